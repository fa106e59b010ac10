package lab.tinynet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.tinynet.run.ScratchCheckout.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a real JDK and a real Maven, and a program of one class: an edited class is what runs,
/// though the JVM would take the old one from its start-up cache.
@DisabledOnOs(OS.WINDOWS)
class StartCacheTest {
  @TempDir private Path folder;
  private ScratchCheckout lab;

  @BeforeEach
  void aProgramOfOneClass() throws IOException {
    lab = new ScratchCheckout(folder, "lab");
    lab.write("pom.xml", pom());
    program("one");
    lab.with("PATH", System.getenv("PATH"))
        .with("HOME", System.getProperty("user.home"))
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("TINYNET_AOT", "yes");
    Optional.ofNullable(System.getProperty("localRepository"))
        .filter(place -> place.indexOf(' ') < 0)
        .ifPresent(place -> lab.with("TINYNET_MAVEN_FLAGS", "-Dmaven.repo.local=" + place));
    Optional.ofNullable(System.getenv("TINYNET_CACHE"))
        .ifPresentOrElse(
            place -> lab.with("TINYNET_CACHE", place),
            () ->
                lab.with("TINYNET_CACHE", System.getProperty("user.home") + "/.cache/tinynet-lab"));
  }

  /// The program prints a word, and whether it runs from a start-up cache.
  private void program(String word) throws IOException {
    lab.write(
        "src/main/java/lab/tinynet/app/Main.java",
        """
        package lab.tinynet.app;

        public class Main {
          public static void main(String[] arguments) {
            String all = String.join(" ",
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
            System.out.println("%s " + (all.contains("-XX:AOTCache=") ? "cached" : "plain"));
          }
        }
        """
            .formatted(word));
  }

  @Test
  void anEditedClassRunsThoughTheOldOneIsCached() throws Exception {
    Outcome first = lab.run("presets");
    assertThat(first.out()).as(first.err()).isEqualTo("one plain\n");
    Path old = awaitCache(Optional.empty());
    assertThat(lab.run("presets")).isEqualTo(new Outcome(0, "one cached\n", ""));

    program("two");
    Outcome edited = lab.run("presets");
    assertThat(edited.out()).isEqualTo("two plain\n");
    assertThat(edited.err().lines()).as("one line says that it builds").hasSize(1);

    awaitCache(Optional.of(old));
    assertThat(lab.run("presets")).isEqualTo(new Outcome(0, "two cached\n", ""));
    assertThat(caches()).as("the old cache is thrown away").hasSize(1);
  }

  @Test
  void aDamagedCacheNeitherStopsNorSpoilsTheOutput() throws Exception {
    lab.run("presets");
    Files.writeString(awaitCache(Optional.empty()), "damaged");
    assertThat(lab.run("presets")).isEqualTo(new Outcome(0, "one cached\n", ""));
  }

  private List<Path> caches() throws IOException {
    Path place = lab.root().resolve("target/run/aot");
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /// Waits until the background has put a cache in its place.
  private Path awaitCache(Optional<Path> otherThan) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (true) {
      Optional<Path> found =
          caches().stream().filter(file -> !otherThan.equals(Optional.of(file))).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(System.nanoTime()).as("no cache is made").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /// The smallest project that the plugins of the real one build.
  private static String pom() throws IOException {
    String real = Files.readString(Path.of("pom.xml"));
    StringBuilder plugins = new StringBuilder();
    for (String name : List.of("resources", "compiler", "surefire", "jar", "dependency")) {
      String artifact = "maven-" + name + "-plugin";
      plugins.append(
          """
          <plugin><artifactId>%s</artifactId><version>%s</version>%s</plugin>
          """
              .formatted(artifact, version(real, artifact), name.equals("dependency") ? COPY : ""));
    }
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>scratch</groupId><artifactId>scratch</artifactId><version>1</version>
      <properties>
        <maven.compiler.release>25</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
      </properties>
      <dependencies>
        <dependency>
          <groupId>info.picocli</groupId><artifactId>picocli</artifactId><version>%s</version>
        </dependency>
      </dependencies>
      <build><finalName>tinynet-lab</finalName><plugins>%s</plugins></build>
    </project>
    """
        .formatted(version(real, "picocli"), plugins);
  }

  private static final String COPY =
      """
      <executions><execution><phase>package</phase><goals><goal>copy-dependencies</goal></goals>
        <configuration><outputDirectory>${project.build.directory}/lib</outputDirectory>
      </configuration></execution></executions>
      """;

  private static String version(String pom, String artifact) {
    Matcher matcher =
        Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<")
            .matcher(pom);
    assertThat(matcher.find()).as(artifact).isTrue();
    return matcher.group(1);
  }
}
