package lab.tinynet.tutor.grade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lab.tinynet.tutor.grade.Grade.Basis;
import lab.tinynet.tutor.grade.Grade.Evidence;
import lab.tinynet.tutor.grade.Grade.IdeaGrade;
import lab.tinynet.tutor.grade.Grade.Manner;
import lab.tinynet.tutor.grade.Grade.Status;
import lab.tinynet.tutor.grade.NearestExamples.Near;
import lab.tinynet.tutor.question.ExampleAnswer;
import lab.tinynet.tutor.question.Expectation;
import lab.tinynet.tutor.question.IdeaPattern;
import lab.tinynet.tutor.question.Lexicon;
import lab.tinynet.tutor.question.Misconception;
import lab.tinynet.tutor.question.Question;

/// Grades free answers to one question. Deterministic; any thread may use it.
///
/// Misconceptions come first, then expectations. A pattern decides, unless an all but equal graded
/// example shows that it is mistaken there; where no pattern speaks, an example that is all but
/// the same and negates the same grants the idea, and one that is only like it leaves it unsure.
public final class Grader {
  /// From this similarity on two answers are all but the same.
  private static final double SAME = 0.82;

  /// From this similarity on a neighbour is worth a doubt.
  private static final double ALIKE = 0.66;

  /// By so much must one neighbour be nearer than the other to count.
  private static final double MARGIN = 0.06;

  private record Idea(
      String id, List<IdeaPattern> met, List<IdeaPattern> denied, List<IdeaPattern> partly) {}

  private final Question question;
  private final Reader reader;
  private final Echo stem;
  private final NearestExamples examples;
  private final List<Idea> expectations;
  private final List<Idea> misconceptions;
  private final Map<String, Reading> exampleReadings = new ConcurrentHashMap<>();

  public Grader(Question question, Lexicon lexicon) {
    this.question = question;
    this.reader = new Reader(lexicon.with(question.words()), question.relations());
    this.stem =
        new Echo(
            List.of(
                question.stem().zh(),
                question.stem().en(),
                question.situated().zh(),
                question.situated().en(),
                question.why().zh(),
                question.why().en()));
    this.examples = new NearestExamples(question.examples());
    this.expectations = question.expectations().stream().map(Grader::idea).toList();
    this.misconceptions = question.misconceptions().stream().map(Grader::idea).toList();
  }

  private static Idea idea(Expectation idea) {
    return new Idea(idea.id(), parsed(idea.met()), parsed(idea.denied()), parsed(idea.partly()));
  }

  private static Idea idea(Misconception belief) {
    return new Idea(belief.id(), parsed(belief.asserted()), List.of(), List.of());
  }

  private static List<IdeaPattern> parsed(Collection<String> patterns) {
    return patterns.stream().map(IdeaPattern::parse).toList();
  }

  public Question question() {
    return question;
  }

  public Grade grade(String answer) {
    Reading reading = reader.read(answer, stem);
    boolean says = reading.manner() == Manner.STATEMENT;
    List<Near> near = says ? examples.near(answer) : List.of();
    List<IdeaGrade> wrong =
        misconceptions.stream().map(idea -> graded(idea, reading, near)).toList();
    List<IdeaGrade> right = expectations.stream().map(idea -> graded(idea, reading, near)).toList();
    return new Grade(question.verdict(met(right), met(wrong)), reading.manner(), right, wrong);
  }

  private static List<String> met(List<IdeaGrade> ideas) {
    return ideas.stream().filter(idea -> idea.status() == Status.MET).map(IdeaGrade::idea).toList();
  }

  private IdeaGrade graded(Idea idea, Reading reading, List<Near> near) {
    if (reading.manner() != Manner.STATEMENT) {
      return new IdeaGrade(idea.id, Status.ABSENT, Optional.empty());
    }
    Optional<Evidence> met = found(idea.met, reading);
    Optional<Near> with = NearestExamples.nearest(near, idea.id, true);
    Optional<Near> without = NearestExamples.nearest(near, idea.id, false);
    double yes = with.map(Near::similarity).orElse(0.0);
    double no = without.map(Near::similarity).orElse(0.0);
    if (met.isPresent()) {
      boolean doubtful =
          no >= SAME
              && no > yes + MARGIN
              && found(idea.met, reading(without.orElseThrow().example())).isPresent();
      Optional<Evidence> against = found(idea.denied, reading);
      if (against.isPresent()) {
        return new IdeaGrade(idea.id, Status.UNSURE, against);
      }
      return doubtful
          ? byExample(idea, Status.UNSURE, reading, without.orElseThrow())
          : new IdeaGrade(idea.id, Status.MET, met);
    }
    Optional<Evidence> denied = found(idea.denied, reading);
    if (denied.isPresent()) {
      return new IdeaGrade(idea.id, Status.CONTRADICTED, denied);
    }
    if (yes >= SAME && yes > no + MARGIN && sameSense(reading, with.orElseThrow().example())) {
      return byExample(idea, Status.MET, reading, with.orElseThrow());
    }
    Optional<Evidence> partly = found(idea.partly, reading);
    if (partly.isPresent()) {
      return new IdeaGrade(idea.id, Status.PARTLY, partly);
    }
    return yes >= ALIKE && yes > no + MARGIN
        ? byExample(idea, Status.UNSURE, reading, with.orElseThrow())
        : new IdeaGrade(idea.id, Status.ABSENT, Optional.empty());
  }

  private static Optional<Evidence> found(List<IdeaPattern> patterns, Reading reading) {
    for (IdeaPattern pattern : patterns) {
      Optional<PatternMatch.Hit> hit = PatternMatch.first(pattern, reading.tokens());
      if (hit.isPresent()) {
        return Optional.of(
            reading.evidence(hit.get().start(), hit.get().end(), new Basis.ByRule(pattern.text())));
      }
    }
    return Optional.empty();
  }

  private static IdeaGrade byExample(Idea idea, Status status, Reading reading, Near near) {
    Basis basis = new Basis.ByExample(near.example().id(), near.similarity());
    return new IdeaGrade(
        idea.id, status, Optional.of(reading.evidence(0, reading.text().length(), basis)));
  }

  /// Whether two answers speak of the same concepts with the same negations: similarity of letters
  /// alone can't tell "is zero" from "is not zero".
  private boolean sameSense(Reading reading, ExampleAnswer example) {
    return sense(reading).equals(sense(reading(example)));
  }

  private Reading reading(ExampleAnswer example) {
    return exampleReadings.computeIfAbsent(example.id(), _ -> reader.read(example.text(), stem));
  }

  private static List<String> sense(Reading reading) {
    return reading.tokens().stream()
        .filter(token -> !token.disowned())
        .map(
            token ->
                (token.negated() ? "!" : "")
                    + String.join("/", token.concepts().stream().sorted().toList()))
        .distinct()
        .sorted()
        .toList();
  }
}
