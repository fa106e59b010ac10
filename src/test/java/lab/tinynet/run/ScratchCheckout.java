package lab.tinynet.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A folder with a copy of `run.sh` and its parts, and a machine of our own making around it: a
/// PATH that holds only the plain tools and what a test puts there.
final class ScratchCheckout {
  /// What every system has. No JDK, no Maven, nothing that installs or downloads.
  private static final List<String> PLAIN_TOOLS =
      List.of(
          "basename",
          "bash",
          "cat",
          "chmod",
          "cp",
          "cut",
          "date",
          "dirname",
          "env",
          "find",
          "grep",
          "gzip",
          "head",
          "id",
          "kill",
          "ln",
          "locale",
          "ls",
          "mkdir",
          "mkfifo",
          "mktemp",
          "mv",
          "nice",
          "od",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sha256sum",
          "sha512sum",
          "shasum",
          "sleep",
          "sort",
          "stat",
          "tail",
          "tar",
          "touch",
          "tr",
          "uname",
          "xargs");

  private final Path root;
  private final Path bin;
  private final Map<String, String> variables = new HashMap<>();

  /// What a finished command said.
  record Outcome(int code, String out, String err) {}

  ScratchCheckout(Path folder, String name) throws IOException {
    this.root = Files.createDirectories(folder.resolve(name));
    this.bin = Files.createDirectories(folder.resolve("bin"));
    copy(Path.of("run.sh"), root.resolve("run.sh"));
    try (Stream<Path> parts = Files.list(Path.of("src/run"))) {
      for (Path part : parts.toList()) {
        copy(part, root.resolve(part.toString()));
      }
    }
    Files.createDirectories(root.resolve(".mvn"));
    write("pom.xml", "<project/>");
    write("src/main/java/Main.java", "class Main {}");
    write("assets/i18n/app_en.properties", "app.name=lab");
    for (String tool : PLAIN_TOOLS) {
      lend(tool);
    }
    variables.put("PATH", bin.toString());
    variables.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    variables.put("TINYNET_CACHE", folder.resolve("cache").toString());
    variables.put("TINYNET_JDK_ROOTS", folder.resolve("jdks").toString());
    variables.put("TINYNET_INSTALL", "no");
    variables.put("TINYNET_AOT", "no");
    variables.put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
  }

  Path root() {
    return root;
  }

  /// Sets an environment variable; nothing else is inherited.
  ScratchCheckout with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  ScratchCheckout write(String file, String text) throws IOException {
    Path place = root.resolve(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
    return this;
  }

  /// Puts a shell script on the PATH.
  ScratchCheckout program(String name, String script) throws IOException {
    executable(bin.resolve(name), script);
    return this;
  }

  /// Puts the machine's own program on the PATH.
  ///
  /// @return whether there is one
  boolean lend(String name) throws IOException {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path tool = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(tool)) {
        executable(bin.resolve(name), "exec '" + tool + "' \"$@\"");
        return true;
      }
    }
    return false;
  }

  /// Makes a folder that looks like a JDK.
  ///
  /// @param version what its `java -version` says
  /// @param script what its `java` does otherwise
  Path jdk(Path home, String version, String script) throws IOException {
    executable(
        home.resolve("bin/java"),
        """
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-01' >&2
          exit 0
        fi
        %s
        """
            .formatted(version, script));
    executable(home.resolve("bin/javac"), "exit 1");
    return home;
  }

  /// A Maven that "builds" and counts how often in the file `builds`.
  ScratchCheckout maven() throws IOException {
    return program(
        "mvn",
        """
        if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9'; exit 0; fi
        echo "$@" >>builds
        mkdir -p target/lib
        echo "jar $(cat builds)" >target/tinynet-lab.jar
        echo library >target/lib/a.jar
        """);
  }

  long builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /// What the program can read from its standard input.
  void input(String text) throws IOException {
    Files.writeString(output("in"), text);
  }

  Process start(Path directory, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(root.resolve("run.sh").toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    if (Files.exists(output("in"))) {
      builder.redirectInput(output("in").toFile());
    }
    builder.redirectOutput(output("out").toFile()).redirectError(output("err").toFile());
    return builder.start();
  }

  Outcome outcome(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("run.sh does not end: " + read("err"));
    }
    return new Outcome(process.exitValue(), read("out"), read("err"));
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return outcome(start(root, arguments));
  }

  private Path output(String name) {
    return bin.resolveSibling("std" + name);
  }

  private String read(String name) throws IOException {
    return Files.readString(output(name), StandardCharsets.UTF_8);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
    if (!to.toFile().setExecutable(true)) {
      throw new IOException(to + " cannot be made executable");
    }
  }
}
