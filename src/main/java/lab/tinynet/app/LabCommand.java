package lab.tinynet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import lab.tinynet.ui.text.Language;
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
  private Tasks.Theme theme = Tasks.Theme.LIGHT;

  @Option(names = {"-V", "--version"})
  private boolean version;

  @Override
  int run(Console console, Tasks tasks) throws IOException {
    if (version) {
      console.out().println(console.text("app.version", "version", Version.number()));
      return CommandLineInterface.DONE;
    }
    var start = ExperimentSource.optional(console, preset, file, "--open FILE");
    Language fromLocale = Language.fromLocale(Locale.getDefault(Locale.Category.DISPLAY));
    tasks.open(start, language().orElse(fromLocale), theme);
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help";
  }
}
