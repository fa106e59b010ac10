package lab.tinynet.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The window in a process of its own, with the flags that `run.sh` gives it.
final class WindowProcess {
  private WindowProcess() {}

  static Process start(Class<?> main, Path spec, double seconds, Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flagsOfRunScript());
    command.addAll(
        List.of(
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            spec.toString(),
            String.valueOf(seconds),
            spec.getParent().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder.redirectOutput(output.toFile()).start();
  }

  /// The JVM's flags as `run.sh` gives them, without those that hold one of its variables.
  private static List<String> flagsOfRunScript() throws IOException {
    String script = Files.readString(Path.of("run.sh"));
    Matcher flags = Pattern.compile("jvm_flags=\\(\\n(.*?)\\n\\)", Pattern.DOTALL).matcher(script);
    assertThat(flags.find()).as("jvm_flags in run.sh").isTrue();
    return Stream.of(flags.group(1).trim().split("\\s+"))
        .filter(flag -> !flag.contains("$"))
        .toList();
  }

  static double figure(String printed, String name) {
    Matcher matcher = Pattern.compile(name + "=([\\d.]+)").matcher(printed);
    assertThat(matcher.find()).as(name + " in " + printed).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
