package lab.tinynet.app;

import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.text.Language;
import picocli.CommandLine.Command;

/// Goes once through what the commands usually do, in silence: `run.sh` records the start-up cache
/// of the commands from it. Not for people, so not in the help.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends Subcommand {
  private final CommandLineInterface commands;

  RehearseCommand(CommandLineInterface commands) {
    this.commands = commands;
  }

  @Override
  int run(Console console, Tasks tasks) {
    Console silent = Console.silent(Language.ZH);
    Stream<List<String>> usual =
        Stream.of(
            List.of("presets"),
            List.of("train"),
            List.of("train", "--preset", Presets.first().name(), "--steps", "300"));
    usual.forEach(arguments -> commands.run(arguments, silent));
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help";
  }
}
