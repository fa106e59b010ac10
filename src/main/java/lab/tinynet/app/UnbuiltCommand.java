package lab.tinynet.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// A command that is announced and says of itself that it is not built yet, whatever it is given.
@Command
final class UnbuiltCommand extends Subcommand {
  static final List<String> NAMES = List.of("grade", "capture", "verify", "package");

  private final String name;

  @Unmatched private List<String> ignored;

  UnbuiltCommand(String name) {
    this.name = name;
  }

  @Override
  int run(Console console, Tasks tasks) {
    throw new Refusal(console.text("app.error.commandNotBuilt", "command", name));
  }

  @Override
  String helpKey() {
    return "app.help";
  }
}
