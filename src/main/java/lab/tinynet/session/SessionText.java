package lab.tinynet.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecJson;

/// A saved session as one JSON value, for files that keep many.
public final class SessionText {
  private SessionText() {}

  /// The text of a session; empty when an experiment of it is too long to be kept so (its examples
  /// are written in it).
  public static Optional<String> of(SavedSession session) {
    try {
      return Optional.of(
          new String(SavedSessionJson.write(session, new Whole()), StandardCharsets.UTF_8));
    } catch (IOException tooLong) {
      return Optional.empty();
    }
  }

  /// @throws lab.tinynet.spec.InvalidInput if it is no session
  public static SavedSession read(String text) {
    return SavedSessionJson.read(text.getBytes(StandardCharsets.UTF_8), new Whole());
  }

  /// Keeps nothing beside the text.
  private record Whole() implements SavedSessionJson.Specs {
    @Override
    public String text(Experiment experiment) {
      return SpecJson.write(experiment);
    }

    @Override
    public String keep(String text) throws IOException {
      throw new IOException("a specification of " + text.length() + " characters");
    }

    @Override
    public Experiment find(String name) {
      throw SessionProblems.fileDamaged().refused();
    }
  }
}
