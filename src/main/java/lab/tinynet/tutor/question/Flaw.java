package lab.tinynet.tutor.question;

import java.util.Locale;
import java.util.Map;

/// One thing that is wrong with a file of the question bank. Its sentence is in `assets/i18n` under
/// `tutor.flaw.` and the key of the code.
///
/// @param file name of the file
/// @param path where it is: `expectations[1].gap.en`; empty for the whole file
/// @param code what is wrong
/// @param arguments the values that the sentence names
public record Flaw(String file, String path, Code code, Map<String, String> arguments) {
  public Flaw {
    arguments = Map.copyOf(arguments);
  }

  /// The key of the sentence that says so.
  public String key() {
    return "tutor.flaw." + code.key();
  }

  /// What can be wrong.
  public enum Code {
    NOT_JSON,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    UNKNOWN_FORMAT,
    UNKNOWN_WORD,
    EXPECTED_OBJECT,
    EXPECTED_ARRAY,
    EXPECTED_TEXT,
    EXPECTED_NUMBER,
    EXPECTED_POSITIVE,
    EXPECTED_SLOT,
    EMPTY,
    DUPLICATE_ID,
    ID_PREFIX,
    UNKNOWN_SLOT,
    SLOTS_DIFFER,
    NOT_A_LAYER_SLOT,
    UNKNOWN_DETECTOR,
    UNKNOWN_IDEA,
    UNKNOWN_REMEDY,
    UNKNOWN_CONCEPT,
    NO_PATTERN,
    VERDICT_DIFFERS;

    /// The last part of the key of its sentence.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
