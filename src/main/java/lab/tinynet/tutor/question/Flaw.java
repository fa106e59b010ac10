package lab.tinynet.tutor.question;

import java.util.Map;

/// One thing that is wrong with a file of the question bank. Its sentence is in `assets/i18n` under
/// `tutor.flaw.<code>`.
///
/// @param file name of the file
/// @param path where it is: `expectations[1].gap.en`; empty for the whole file
/// @param code what is wrong
/// @param arguments the values that the sentence names
public record Flaw(String file, String path, String code, Map<String, String> arguments) {
  public Flaw {
    arguments = Map.copyOf(arguments);
  }
}
