package lab.tinynet.app;

import java.io.IOException;
import java.util.Optional;
import lab.tinynet.ui.text.Language;
import picocli.CommandLine.Option;

/// One command of the command line. Its fields are filled by picocli.
abstract class Subcommand {
  @Option(names = "--lang", paramLabel = "zh|en")
  private Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  /// Does it.
  ///
  /// @return the exit code
  abstract int run(Console console, Tasks tasks) throws IOException;

  /// The key of the text that explains the command.
  abstract String helpKey();

  boolean wantsHelp() {
    return help;
  }

  String help(Console console) {
    return console.text(helpKey());
  }

  Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  /// Refuses a number outside its range in the words that a misspelt one gets.
  static void requireRange(Console console, String option, long value, long low, long high) {
    if (value < low || value > high) {
      throw new Refusal(Complaint.badValue(console.messages(), option, String.valueOf(value)));
    }
  }
}
