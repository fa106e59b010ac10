package lab.tinynet.app;

import java.util.List;
import java.util.stream.Collectors;
import lab.tinynet.ui.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one sentence what is wrong with the arguments.
final class Complaint {
  private final Messages messages;

  Complaint(Messages messages) {
    this.messages = messages;
  }

  /// What is wrong with the value of an option, and what would be right.
  ///
  /// @param option its long name, with dashes
  static String badValue(Messages messages, String option, String value) {
    String expected = messages.text("app.expects." + option.replaceFirst("^-+", ""));
    return messages.text("app.error.value", "option", option, "value", value, "expected", expected);
  }

  String about(ParameterException e) {
    return switch (e) {
      case OverwrittenOptionException twice ->
          messages.text("app.error.twice", "option", name(twice.getOverwritten()));
      case MissingParameterException missing ->
          messages.text(
              "app.error.missing",
              "what",
              missing.getMissing().stream()
                  .map(Complaint::nameAndValue)
                  .collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched -> about(unmatched);
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          badValue(messages, name(other.getArgSpec()), other.getValue());
      default -> messages.text("app.error.arguments", "what", String.valueOf(e.getMessage()));
    };
  }

  private String about(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    boolean atRoot = e.getCommandLine().getParent() == null;
    String key;
    if (e.isUnknownOption()) {
      key = "app.error.unknownOption";
    } else if (atRoot) {
      key = "app.error.unknownCommand";
    } else {
      key = "app.error.tooMany";
    }
    String sentence = messages.text(key, "what", first);
    List<String> close = e.getSuggestions();
    if (close.isEmpty() || key.equals("app.error.tooMany")) {
      return sentence;
    }
    return sentence + " " + messages.text("app.error.meant", "what", close.getFirst());
  }

  private static String nameAndValue(ArgSpec argument) {
    return argument.isOption() ? name(argument) + " " + argument.paramLabel() : name(argument);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
