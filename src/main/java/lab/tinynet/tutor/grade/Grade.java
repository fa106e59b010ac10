package lab.tinynet.tutor.grade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.tinynet.tutor.answer.Mark;
import lab.tinynet.tutor.answer.Verdict;

/// What the grader found in one answer, idea by idea, with the reason for each.
///
/// @param manner whether the answer as a whole says anything
public record Grade(
    Verdict verdict, Manner manner, List<IdeaGrade> expectations, List<IdeaGrade> misconceptions) {
  public Grade {
    expectations = List.copyOf(expectations);
    misconceptions = List.copyOf(misconceptions);
  }

  /// What kind of text the answer is.
  public enum Manner {
    STATEMENT,
    BLANK,
    /// It only repeats the question.
    ECHO,
    /// Terms without a statement.
    HEAP,
    /// It asks for marks, or poses as an instruction, and says nothing else.
    APPEAL,
    IGNORANCE
  }

  /// How an idea stands in the answer.
  public enum Status {
    /// Stated (a wrong belief: asserted).
    MET,
    /// Touched without being stated.
    PARTLY,
    /// Denied.
    CONTRADICTED,
    /// Not spoken of.
    ABSENT,
    /// Rules and examples disagree, or only examples speak, and not clearly.
    UNSURE
  }

  /// One idea.
  ///
  /// @param evidence what decided it; empty when it is absent
  public record IdeaGrade(String idea, Status status, Optional<Evidence> evidence) {}

  /// Why.
  ///
  /// @param start place in the answer as it was typed, in chars
  /// @param quote the words there
  public record Evidence(int start, int end, String quote, Basis basis) {}

  /// What decided.
  public sealed interface Basis {
    /// A pattern of the question.
    record ByRule(String pattern) implements Basis {}

    /// The nearest graded example.
    ///
    /// @param similarity 0 … 1
    record ByExample(String example, double similarity) implements Basis {}
  }

  /// The marks by id.
  public Mark mark() {
    List<String> unsure =
        Stream.concat(expectations.stream(), misconceptions.stream())
            .filter(idea -> idea.status() == Status.UNSURE)
            .map(IdeaGrade::idea)
            .toList();
    return new Mark(verdict, met(expectations), met(misconceptions), unsure);
  }

  /// The expectations stated, in the order of the question.
  public List<String> met() {
    return met(expectations);
  }

  /// The wrong beliefs asserted.
  public List<String> asserted() {
    return met(misconceptions);
  }

  public Status status(String idea) {
    return grade(idea).map(IdeaGrade::status).orElse(Status.ABSENT);
  }

  public Optional<Evidence> evidence(String idea) {
    return grade(idea).flatMap(IdeaGrade::evidence);
  }

  private Optional<IdeaGrade> grade(String idea) {
    return Stream.concat(expectations.stream(), misconceptions.stream())
        .filter(one -> one.idea().equals(idea))
        .findFirst();
  }

  private static List<String> met(List<IdeaGrade> ideas) {
    return ideas.stream().filter(idea -> idea.status() == Status.MET).map(IdeaGrade::idea).toList();
  }
}
