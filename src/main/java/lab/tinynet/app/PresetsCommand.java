package lab.tinynet.app;

import java.util.List;
import java.util.Locale;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Presets;
import picocli.CommandLine.Command;

/// Lists the presets: the name for `--preset`, the title, and below it what it shows.
@Command(name = "presets")
final class PresetsCommand extends Subcommand {
  @Override
  int run(Console console, Tasks tasks) {
    List<Preset> presets = Presets.all();
    int width = presets.stream().mapToInt(preset -> preset.name().length()).max().orElse(0);
    Locale locale = console.messages().language().locale();
    for (Preset preset : presets) {
      String gap = " ".repeat(width - preset.name().length() + 2);
      console.out().println(preset.name() + gap + preset.title().in(locale));
      console.out().println(" ".repeat(width + 2) + preset.shows().in(locale));
    }
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help.presets";
  }
}
