package lab.tinynet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.run.ScratchCheckout.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `run.sh` on machines that lack this or that, with stand-ins for JDK, Maven and installers.
@DisabledOnOs(OS.WINDOWS)
class RunScriptTest {
  private static final String TELL_ARGUMENTS = "echo \"ran ${*: -2}\"";

  @TempDir private Path folder;
  private ScratchCheckout lab;

  @BeforeEach
  void aMachineWithoutAnything() throws IOException {
    lab = new ScratchCheckout(folder, "lab");
  }

  private void jdk(String name, String version, String script) throws IOException {
    lab.jdk(folder.resolve("jdks").resolve(name), version, script);
  }

  private void jdkAndMaven(String script) throws IOException {
    jdk("temurin", "25.0.3", script);
    lab.maven();
  }

  @Test
  void withoutAJdkItSaysInTwoLinesWhatToInstall() throws Exception {
    Outcome outcome = lab.run("presets");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(2).allMatch(line -> line.contains("25"));
    assertThat(outcome.err()).contains("JDK 25", "JAVA_HOME", "https://adoptium.net");
  }

  @Test
  void itSpeaksTheLanguageOfThePerson() throws Exception {
    assertThat(lab.run("presets", "--lang", "zh").err()).contains("需要 JDK 25");
    lab.with("LANG", "zh_CN.UTF-8");
    assertThat(lab.run("presets").err()).contains("需要 JDK 25");
    assertThat(lab.run("presets", "--lang=en").err()).contains("needs a JDK 25");
  }

  @Test
  void aJdkOfAnotherVersionIsNotTakenWhateverItIsCalled() throws Exception {
    jdk("jdk-25", "17.0.2", TELL_ARGUMENTS);
    jdk("openjdk-25-jdk", "250.0.2", TELL_ARGUMENTS);
    lab.maven().with("JAVA_HOME", folder.resolve("jdks/jdk-25").toString());
    assertThat(lab.run("presets").err().lines()).hasSize(2);
    jdk("plain-name", "25", TELL_ARGUMENTS);
    assertThat(lab.run("presets", "--x").out()).isEqualTo("ran presets --x\n");
  }

  @Test
  void aRuntimeWithoutACompilerIsNotTaken() throws Exception {
    jdkAndMaven(TELL_ARGUMENTS);
    Files.delete(folder.resolve("jdks/temurin/bin/javac"));
    assertThat(lab.run("presets").code()).isEqualTo(2);
  }

  @Test
  void theJdkOnThePathIsFoundThroughItsLinks() throws Exception {
    Path home = lab.jdk(folder.resolve("elsewhere/j"), "25.0.1", TELL_ARGUMENTS);
    lab.maven();
    Files.createSymbolicLink(folder.resolve("javac-link"), home.resolve("bin/javac"));
    Files.createSymbolicLink(folder.resolve("bin/javac"), folder.resolve("javac-link"));
    assertThat(lab.run("presets", "--x").out()).isEqualTo("ran presets --x\n");
  }

  @Test
  void aMissingJdkIsInstalledWhereThePackagesHaveItAndItMay() throws Exception {
    lab.maven().with("TINYNET_INSTALL", "yes");
    lab.program("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
    lab.program("apt-cache", "echo 'Candidate: 25.0.2'");
    lab.jdk(folder.resolve("package"), "25.0.2", TELL_ARGUMENTS);
    lab.program(
        "apt-get",
        """
        case "$*" in
          *install*openjdk-25-jdk-headless*) mkdir -p '%1$s/jdks'; cp -r '%1$s/package' '%1$s/jdks/new' ;;
          *) exit 1 ;;
        esac
        """
            .formatted(folder));
    Outcome outcome = lab.run("presets", "--x");
    assertThat(outcome.out()).isEqualTo("ran presets --x\n");
    assertThat(outcome.err()).contains("openjdk-25-jdk-headless");
  }

  @Test
  void aSystemWhosePackagesLackTheJdkIsToldSo() throws Exception {
    lab.maven().with("TINYNET_INSTALL", "yes");
    lab.program("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
    lab.program("apt-cache", "echo 'Candidate: (none)'");
    lab.program("apt-get", "[ \"$1\" = update ] || touch '" + folder + "/installed'");
    Outcome outcome = lab.run("presets");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(2);
    assertThat(folder.resolve("installed")).doesNotExist();
  }

  @Test
  void itBuildsOnlyWhenSourcesChanged() throws Exception {
    jdkAndMaven(TELL_ARGUMENTS);
    assertThat(lab.run("presets").err().lines()).hasSize(1);
    assertThat(lab.run("presets").err()).isEmpty();
    lab.write("assets/pictures/lab.png", "a picture");
    lab.run("presets");
    assertThat(lab.builds()).isEqualTo(1);
    lab.write("src/main/java/Main.java", "class Main { }");
    lab.run("presets");
    assertThat(lab.builds()).isEqualTo(2);
    lab.write("assets/i18n/new_en.properties", "");
    lab.run("presets");
    assertThat(lab.builds()).isEqualTo(3);
    lab.write("target/tinynet-lab.jar", "made by someone else");
    lab.run("presets");
    assertThat(lab.builds()).isEqualTo(4);
  }

  @Test
  void theBenchIsBuiltWithItsRivalAndTheRestNeedsNoSecondBuild() throws Exception {
    jdkAndMaven("echo \"$*\"");
    lab.write("src/test/java/RivalTest.java", "class RivalTest {}");
    lab.write("target/test.classpath", "dl4j.jar");
    assertThat(lab.run("bench").out()).contains("target/test-classes:dl4j.jar");
    lab.run("presets");
    lab.run("bench");
    assertThat(lab.builds()).isEqualTo(1);
    lab.write("src/test/java/RivalTest.java", "class RivalTest { }");
    lab.run("presets");
    assertThat(lab.builds()).isEqualTo(1);
    lab.run("bench");
    assertThat(lab.builds()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsShowsItsLogAndIsTriedAgain() throws Exception {
    jdk("temurin", "25.0.3", TELL_ARGUMENTS);
    lab.program(
        "mvn",
        "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' && exit; echo 'Main.java: no'; exit 1");
    Outcome outcome = lab.run("presets");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("Main.java: no", "build.log");
    lab.maven();
    assertThat(lab.run("presets", "--x").out()).isEqualTo("ran presets --x\n");
  }

  @Test
  void anOldMavenIsNotUsedAndAForgedOneIsThrownAway() throws Exception {
    jdk("temurin", "25.0.3", TELL_ARGUMENTS);
    lab.program("mvn", "echo 'Apache Maven 3.6.3'");
    lab.program("curl", "while [ \"$1\" != -o ]; do shift; done; echo forged >\"$2\"");
    Outcome outcome = lab.run("presets");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("SHA-512");
    try (var left = Files.list(folder.resolve("cache"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void withoutMavenAndNetworkItSaysSoInTwoLines() throws Exception {
    jdk("temurin", "25.0.3", "exit 1");
    lab.program("curl", "exit 6");
    Outcome outcome = lab.run("presets");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("Maven 3.8", "Install Maven");
  }

  @Test
  void exitCodeOutputAndInputAreTheProgramsOwn() throws Exception {
    jdkAndMaven("cat; echo remark >&2; exit 7");
    lab.input("result\n");
    lab.run("grade");
    Outcome outcome = lab.run("grade");
    assertThat(outcome).isEqualTo(new Outcome(7, "result\n", "remark\n"));
  }

  @Test
  void aSignalReachesTheProgram() throws Exception {
    jdkAndMaven("trap 'exit 9' TERM; touch '" + folder + "/up'; while :; do sleep 0.05; done");
    Process process = lab.start(lab.root(), "train");
    await(folder.resolve("up"), true);
    process.destroy();
    assertThat(lab.outcome(process).code()).isEqualTo(9);
  }

  @Test
  void itWorksFromAnotherFolderAndThroughAnyPath() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("老师的 目录"));
    lab = new ScratchCheckout(elsewhere, "实验 室");
    lab.jdk(elsewhere.resolve("jdks/j"), "25.0.3", "pwd; " + TELL_ARGUMENTS);
    lab.maven();
    lab.with("TINYNET_CACHE", elsewhere.resolve("缓存").toString());
    Outcome outcome = lab.outcome(lab.start(folder, "train", "我的 spec.json"));
    assertThat(outcome.out()).isEqualTo(folder.toRealPath() + "\nran train 我的 spec.json\n");
    assertThat(elsewhere.resolve("缓存")).doesNotExist();
  }

  @Test
  void nativeLibrariesAreUnpackedWhereThePathIsAscii() throws Exception {
    jdkAndMaven("printf '%s\\n' \"$@\"");
    lab.with("TINYNET_CACHE", folder.resolve("缓存").toString());
    assertThat(lab.run("train").out().lines())
        .filteredOn(line -> line.startsWith("-Dorg.bytedeco.javacpp.cachedir="))
        .hasSize(1)
        .allMatch(line -> line.matches("\\p{ASCII}+"));
  }

  @Test
  void anAmdProcessorWithAvx512GetsTheKernelsThatUseIt() throws Exception {
    String zen4 = "fpu avx2 avx512f avx512dq avx512cd avx512bw avx512vl";
    assertThat(kernels("AuthenticAMD", zen4, "")).isEqualTo("SkylakeX");
    assertThat(kernels("AuthenticAMD", zen4, "Haswell")).isEqualTo("Haswell");
    assertThat(kernels("AuthenticAMD", "fpu avx2", "")).isEmpty();
    assertThat(kernels("AuthenticAMD", zen4.replace(" avx512vl", ""), "")).isEmpty();
    assertThat(kernels("GenuineIntel", zen4, "")).isEmpty();
  }

  /// What `run.sh` has OpenBLAS use on a processor, given what was chosen before.
  private String kernels(String vendor, String features, String chosen) throws Exception {
    Path processor = folder.resolve("cpuinfo");
    String core = "vendor_id\t: %s\nflags\t\t: %s\n\n".formatted(vendor, features);
    Files.writeString(processor, core.repeat(2));
    String script =
        "set -euo pipefail; . src/run/kernels.sh; choose_kernels '%s'; echo ${OPENBLAS_CORETYPE:-}"
            .formatted(processor);
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    bash.environment().put("OPENBLAS_CORETYPE", chosen);
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theWindowWithoutAScreenSaysWhatIsMissing() throws Exception {
    jdkAndMaven(TELL_ARGUMENTS);
    Outcome outcome = lab.run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(2);
    assertThat(outcome.err()).contains("DISPLAY");
    assertThat(lab.builds()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatDrawsGetsAScreenOfItsOwnThatEndsWithIt() throws Exception {
    assumeTrue(lab.lend("Xvfb") && lab.lend("xauth"), "no Xvfb here");
    jdkAndMaven("echo \"$DISPLAY\"; [ -s \"$XAUTHORITY\" ] && exit 3");
    lab.program("ldconfig", "echo libgtk-3.so.0 libXtst.so.6");
    Outcome outcome = lab.run("render");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).matches(":\\d+\n");
    await(Path.of("/tmp/.X" + outcome.out().strip().substring(1) + "-lock"), false);
    await(folder.resolve("tmp"), path -> isEmpty(path));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyWhatDrawsNeedsDesktopLibraries() throws Exception {
    jdkAndMaven(TELL_ARGUMENTS);
    lab.program("ldconfig", "exit 0");
    // A search of the system's library folders finds nothing either.
    lab.program("find", "case \"$1\" in /usr/lib) ;; *) exec /usr/bin/find \"$@\" ;; esac");
    assertThat(lab.run("train", "--x").out()).isEqualTo("ran train --x\n");
    Outcome outcome = lab.run("render");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("GTK-3");
  }

  private static boolean isEmpty(Path path) {
    try (var files = Files.list(path)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(Path path, boolean there) {
    await(path, p -> Files.exists(p) == there);
  }

  private static void await(Path path, java.util.function.Predicate<Path> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.test(path)) {
      assertThat(System.nanoTime()).as("waiting for %s", path).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
