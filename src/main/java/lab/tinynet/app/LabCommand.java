package lab.tinynet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lab.tinynet.ui.theme.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// No command at all: the window.
@Command(name = "run.sh")
final class LabCommand extends Subcommand {
  @Option(names = "--preset", paramLabel = "NAME")
  private String preset;

  @Option(names = "--open", paramLabel = "FILE")
  private Path file;

  @Option(names = "--theme", paramLabel = "light|dark|projector")
  private Theme theme;

  @Option(names = {"-V", "--version"})
  private boolean version;

  @Override
  int run(Console console, Tasks tasks) throws IOException {
    if (version) {
      console.out().println(console.text("app.version", "version", Version.number()));
      return CommandLineInterface.DONE;
    }
    var start = ExperimentSource.optional(console, preset, file, "--open FILE");
    new LastResort(
            failure -> {
              console.err().println(CommandLineInterface.unexpectedText(console, failure));
              console.err().flush();
            })
        .install();
    tasks.open(start, language(), Optional.ofNullable(theme));
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help";
  }
}
