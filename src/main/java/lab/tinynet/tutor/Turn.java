package lab.tinynet.tutor;

import java.util.List;
import lab.tinynet.tutor.grade.Grade;

/// One contribution to a conversation.
public sealed interface Turn {
  /// The tutor's, line by line.
  record TutorSays(List<Line> lines) implements Turn {
    public TutorSays {
      lines = List.copyOf(lines);
    }
  }

  /// The student's answer, as typed.
  record StudentSays(String text, Grade grade) implements Turn {}

  /// What the student chose instead of answering, such as a hint.
  record StudentChooses(Phrase text) implements Turn {}

  /// One thing that the tutor says.
  record Line(Kind kind, Phrase text) {}

  /// What a line is for; the window may give each its look.
  enum Kind {
    /// Says what was right, in the student's own words.
    CONFIRM,
    /// Names the one gap and asks for it.
    REFINE,
    /// Sets a wrong belief against what can be seen.
    CONTRAST,
    /// Asks back because it could not tell what was meant.
    PROBE,
    HINT,
    ENCOURAGE,
    /// Proposes something to try on screen.
    TRY,
    /// Says what the run showed.
    VERIFY,
    MODEL_ANSWER,
    CLOSE
  }
}
