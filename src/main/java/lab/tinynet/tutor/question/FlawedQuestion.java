package lab.tinynet.tutor.question;

import java.util.List;
import java.util.stream.Collectors;

/// A file of the question bank that is refused, with everything that is wrong with it.
public final class FlawedQuestion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Flaw> flaws;

  public FlawedQuestion(List<Flaw> flaws) {
    super(
        flaws.stream()
            .map(
                flaw ->
                    flaw.file() + " " + flaw.path() + ": " + flaw.code().key() + flaw.arguments())
            .collect(Collectors.joining("; ")));
    this.flaws = List.copyOf(flaws);
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
