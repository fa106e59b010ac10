package lab.tinynet.tutor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.telemetry.Detectors;
import lab.tinynet.telemetry.DyingDetector;
import lab.tinynet.telemetry.DyingLayer;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.tutor.grade.Grader;
import lab.tinynet.tutor.question.Question;
import lab.tinynet.tutor.question.QuestionBank;

/// Watches the log and says what there is to ask about. Immutable; any thread may ask it.
public final class Tutor {
  private final Map<Question, Grader> graders = new LinkedHashMap<>();

  public Tutor(QuestionBank bank) {
    bank.questions()
        .forEach(question -> graders.put(question, new Grader(question, bank.lexicon())));
  }

  /// With the questions that come with the program. Takes a moment: it reads the question bank.
  public static Tutor withBuiltInQuestions() {
    return new Tutor(QuestionBank.builtIn());
  }

  /// The question that the log calls for, if there is one and it is a moment to ask. To be called
  /// at breakpoints only: not during a drag or typing.
  ///
  /// A broken run calls for no question: its divergence is what matters then.
  ///
  /// @param now the caller's clock in milliseconds, for [Attention]'s pauses
  public Optional<Conversation> offer(RunLog log, Attention attention, long now) {
    if (!attention.allows(now)) {
      return Optional.empty();
    }
    for (Map.Entry<Question, Grader> entry : graders.entrySet()) {
      Optional<DyingLayer> due =
          attention.isSettled(entry.getKey().id()) ? Optional.empty() : due(entry.getKey(), log);
      if (due.isPresent() && !broken(log)) {
        Situation situation = Situation.of(due.get(), log.layers().size());
        return Optional.of(Conversation.about(entry.getKey(), entry.getValue(), situation));
      }
    }
    return Optional.empty();
  }

  /// The grader of a question.
  public Optional<Grader> grader(String question) {
    return graders.entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(question))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public List<Question> questions() {
    return List.copyOf(graders.keySet());
  }

  /// The layer worst hit, of those whose count stands still.
  private static Optional<DyingLayer> due(Question question, RunLog log) {
    return Detectors.named(question.detector())
        .filter(DyingDetector::evaluates)
        .flatMap(
            rule ->
                new DyingDetector(rule)
                    .findStable(log).stream().max(Comparator.comparingDouble(DyingLayer::share)));
  }

  /// Whether the run stands where it broke. One that went on after that is like any other.
  private static boolean broken(RunLog log) {
    return log.events().since(0).stream()
        .anyMatch(event -> event instanceof Event.Diverged && event.step() + 1 >= log.length());
  }
}
