package lab.tinynet.tutor.question;

import java.util.Arrays;
import java.util.Optional;

/// The words that are no ideas themselves but decide how an idea is meant.
public enum Cue {
  /// Turns what follows: not, no longer, 停止.
  NEGATION("negation"),
  /// Looks like a negation and is none: not only, 不仅.
  MASK("mask"),
  /// Rejects what follows: it is not true that, 并不是说.
  REJECTS_NEXT("rejectsNext"),
  /// Rejects what stands before it: is wrong, 是错的.
  REJECTS_BEFORE("rejectsBefore"),
  /// Makes a rejection speak of the sentence before: this, 这种说法.
  POINTS_BACK("pointsBack"),
  /// Somebody else's opinion begins: some say, 有人说.
  ATTRIBUTION("attribution"),
  /// The speaker's own opinion begins again: in fact, 其实.
  CONTRAST("contrast"),
  /// Ends the reach of a negation: because, 所以.
  BREAK("break"),
  /// Makes a list of nouns into a statement: is, because, 会.
  PREDICATE("predicate"),
  /// Makes a clause that a question mark closes a question: why, 为什么.
  QUESTION("question"),
  /// Asks for marks or poses as an instruction.
  BEGGING("begging"),
  /// I don't know.
  IGNORANCE("ignorance");

  private final String json;

  Cue(String json) {
    this.json = json;
  }

  public String json() {
    return json;
  }

  public static Optional<Cue> named(String json) {
    return Arrays.stream(values()).filter(cue -> cue.json.equals(json)).findFirst();
  }
}
