package lab.tinynet.tutor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.tinynet.tutor.Conversation.Phase;
import lab.tinynet.tutor.Turn.Kind;
import lab.tinynet.tutor.Turn.Line;
import lab.tinynet.tutor.answer.Move;
import lab.tinynet.tutor.answer.Move.Outcome;
import lab.tinynet.tutor.answer.Verdict;
import lab.tinynet.tutor.grade.Grade;
import lab.tinynet.tutor.grade.Grade.Status;
import lab.tinynet.tutor.question.Expectation;
import lab.tinynet.tutor.question.Misconception;
import lab.tinynet.tutor.question.Question;
import lab.tinynet.tutor.question.Remedy;

/// What the tutor says next: confirm what was right in the student's own words, then name one gap,
/// one next action. A pure function; it gives nothing away before an attempt.
final class Dialogue {
  private static final int MOST_CONFIRMED = 2;
  private static final int MOST_CHIPS = 3;

  private Dialogue() {}

  /// What is said, and how far that brings the conversation.
  record Reply(List<Line> lines, Progress progress) {
    Reply {
      lines = List.copyOf(lines);
    }
  }

  static Reply onAnswer(Question question, Situation situation, Progress before, Grade grade) {
    return switch (grade.manner()) {
      case BLANK -> new Reply(List.of(), before);
      case IGNORANCE -> onDontKnow(question, situation, before);
      case ECHO -> nothingSaid("tutor.answer.echo", question, situation, before);
      case HEAP -> nothingSaid("tutor.answer.heap", question, situation, before);
      case APPEAL -> nothingSaid("tutor.answer.appeal", question, situation, before);
      case STATEMENT -> onStatement(question, situation, before, grade);
    };
  }

  private static Reply nothingSaid(
      String key, Question question, Situation situation, Progress before) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.ENCOURAGE, Phrase.of(key)));
    List<Expectation> missing = question.missing(before.met());
    missing.stream().findFirst().ifPresent(idea -> lines.add(gap(idea, situation)));
    return new Reply(lines, before.asking(asked(question, missing)));
  }

  private static Reply onStatement(
      Question question, Situation situation, Progress before, Grade grade) {
    List<String> met = new ArrayList<>(grade.met());
    for (String id : before.asked()) {
      if (grade.status(id) == Status.PARTLY) {
        met.add(id);
      }
    }
    List<String> denied =
        grade.expectations().stream()
            .filter(idea -> idea.status() == Status.CONTRADICTED)
            .map(Grade.IdeaGrade::idea)
            .toList();
    Progress now = before.withAttempt(met).without(denied);
    List<Line> lines = new ArrayList<>(confirmed(question, situation, before, grade, met));
    Optional<Misconception> wrong =
        grade.asserted().stream().findFirst().flatMap(question::misconception);
    List<Expectation> missing = question.missing(now.met());
    if (wrong.isPresent()) {
      Misconception belief = wrong.get();
      lines.add(
          new Line(
              Kind.CONTRAST, Phrase.of(belief.contrast(), quoting(situation, grade, belief.id()))));
      return new Reply(
          lines,
          now.in(Phase.ASKING)
              .asking(asked(question, missing))
              .offering(belief.refutation().stream().toList()));
    }
    if (missing.isEmpty()) {
      return complete(question, situation, now, lines, before.phase());
    }
    Expectation next = missing.getFirst();
    lines.addAll(refined(question, situation, grade, next, lines.isEmpty()));
    List<String> chips = shown(question, now.met());
    chips.stream()
        .findFirst()
        .flatMap(question::remedy)
        .ifPresent(remedy -> lines.add(proposal(remedy, situation)));
    return new Reply(lines, now.asking(asked(question, missing)).offering(chips));
  }

  private static List<Line> confirmed(
      Question question, Situation situation, Progress before, Grade grade, List<String> met) {
    return question.expectations().stream()
        .filter(idea -> met.contains(idea.id()) && !before.met().contains(idea.id()))
        .sorted((a, b) -> Boolean.compare(isOptional(a), isOptional(b)))
        .limit(MOST_CONFIRMED)
        .map(
            idea ->
                new Line(
                    Kind.CONFIRM, Phrase.of(idea.confirm(), quoting(situation, grade, idea.id()))))
        .toList();
  }

  private static List<Line> refined(
      Question question, Situation situation, Grade grade, Expectation next, boolean nothing) {
    List<Line> lines = new ArrayList<>();
    Optional<Grade.IdeaGrade> touched = touched(question, grade, next);
    Status status = touched.map(Grade.IdeaGrade::status).orElse(Status.ABSENT);
    switch (status) {
      case CONTRADICTED ->
          lines.add(
              new Line(
                  Kind.CONTRAST,
                  Phrase.of(
                      "tutor.denied", quoting(situation, grade, touched.orElseThrow().idea()))));
      case UNSURE ->
          lines.add(
              new Line(
                  Kind.PROBE,
                  Phrase.of(
                      "tutor.unsure", quoting(situation, grade, touched.orElseThrow().idea()))));
      case PARTLY -> lines.add(new Line(Kind.PROBE, Phrase.of("tutor.nearly")));
      case MET, ABSENT -> {
        if (nothing) {
          boolean known = grade.verdict() != Verdict.NONE;
          lines.add(new Line(Kind.ENCOURAGE, Phrase.of(known ? "tutor.again" : "tutor.not-yet")));
        }
      }
    }
    lines.add(gap(next, situation));
    return lines;
  }

  /// How the answer touches an idea that it doesn't state, or another of its group.
  private static Optional<Grade.IdeaGrade> touched(
      Question question, Grade grade, Expectation next) {
    return group(question, next)
        .flatMap(idea -> grade.expectations().stream().filter(one -> one.idea().equals(idea.id())))
        .filter(one -> one.status() != Status.ABSENT && one.status() != Status.MET)
        .findFirst();
  }

  private static Reply complete(
      Question question, Situation situation, Progress now, List<Line> lines, Phase before) {
    List<Line> all = new ArrayList<>(lines);
    all.add(
        new Line(
            Kind.ENCOURAGE,
            Phrase.of(before == Phase.SETTLED ? "tutor.complete.more" : "tutor.complete")));
    List<String> named = shown(question, now.met());
    List<String> chips =
        Stream.concat(
                named.stream(),
                question.remedies().stream()
                    .filter(remedy -> !remedy.shows().isEmpty())
                    .map(Remedy::id))
            .distinct()
            .limit(MOST_CHIPS)
            .toList();
    if (now.tried().isEmpty()) {
      chips.stream()
          .findFirst()
          .flatMap(question::remedy)
          .ifPresent(remedy -> all.add(proposal(remedy, situation)));
    } else {
      all.add(new Line(Kind.CLOSE, Phrase.of(question.closing(), situation.slots())));
    }
    return new Reply(all, now.in(Phase.SETTLED).asking(List.of()).offering(chips));
  }

  static Reply onHint(Question question, Situation situation, Progress before) {
    return new Reply(List.of(hint(question, situation, before.hints())), before.withHint());
  }

  static Reply onDontKnow(Question question, Situation situation, Progress before) {
    List<Line> lines = new ArrayList<>();
    if (before.hints() < question.hints().size()) {
      lines.add(
          new Line(
              Kind.ENCOURAGE,
              Phrase.of(before.hints() == 0 ? "tutor.unknown.first" : "tutor.unknown.again")));
      lines.add(hint(question, situation, before.hints()));
      return new Reply(lines, before.withHint());
    }
    lines.add(new Line(Kind.ENCOURAGE, Phrase.of("tutor.unknown.guess")));
    return new Reply(lines, before);
  }

  static Reply onModelAnswer(Question question, Situation situation, Progress before) {
    List<Line> lines =
        List.of(
            new Line(Kind.MODEL_ANSWER, Phrase.of(question.modelAnswer(), situation.slots())),
            new Line(Kind.TRY, Phrase.of("tutor.try.any")));
    List<String> chips =
        question.remedies().stream()
            .filter(remedy -> !remedy.shows().isEmpty())
            .map(Remedy::id)
            .limit(MOST_CHIPS)
            .toList();
    return new Reply(lines, before.in(Phase.SETTLED).offering(chips));
  }

  static Reply onSkip(Progress before) {
    String key = before.attempts() > 0 ? "tutor.close.later" : "tutor.close.skipped";
    return new Reply(
        List.of(new Line(Kind.CLOSE, Phrase.of(key))), before.in(Phase.CLOSED).offering(List.of()));
  }

  static Reply onTry(
      Question question, Situation situation, Progress before, String remedy, long until) {
    Map<String, Slot> slots = new TreeMap<>(situation.slots());
    slots.put("until", new Slot.Step(until));
    question
        .remedy(remedy)
        .ifPresent(one -> slots.put("remedy", new Slot.Nested(Phrase.of(one.label(), Map.of()))));
    return new Reply(
        List.of(new Line(Kind.TRY, Phrase.of("tutor.watch", slots))), before.trying(remedy));
  }

  static Reply onOutcome(
      Question question, Situation situation, Progress before, Move.Observed observed) {
    Map<String, Slot> slots = new TreeMap<>(situation.slots());
    slots.put("at", new Slot.Step(observed.step()));
    String key;
    switch (observed.outcome()) {
      case Outcome.Abandoned _ -> {
        return new Reply(
            List.of(new Line(Kind.VERIFY, Phrase.of("tutor.outcome.abandoned"))), before);
      }
      case Outcome.Broke(long at) -> {
        slots.put("at", new Slot.Step(at));
        key = "tutor.outcome.broke";
      }
      case Outcome.NotCounted _ -> key = "tutor.outcome.uncounted";
      case Outcome.Counted(int was, int after, _) -> {
        slots.put("after", new Slot.Count(after, observed.step()));
        key = "tutor.outcome." + comparison(was, after);
      }
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.VERIFY, Phrase.of(key, slots)));
    List<Expectation> missing = question.missing(before.met());
    if (before.phase() == Phase.SETTLED) {
      lines.add(new Line(Kind.CLOSE, Phrase.of(question.closing(), situation.slots())));
    } else if (!missing.isEmpty()) {
      lines.add(gap(missing.getFirst(), situation));
    } else {
      lines.add(new Line(Kind.REFINE, Phrase.of("tutor.outcome.explain")));
    }
    return new Reply(lines, before.asking(asked(question, missing)));
  }

  private static String comparison(int before, int after) {
    if (after == 0) {
      return "none";
    }
    if (after < before) {
      return "fewer";
    }
    return after == before ? "same" : "more";
  }

  private static Line hint(Question question, Situation situation, int number) {
    return new Line(Kind.HINT, Phrase.of(question.hints().get(number), situation.slots()));
  }

  private static Line gap(Expectation idea, Situation situation) {
    return new Line(Kind.REFINE, Phrase.of(idea.gap(), situation.slots()));
  }

  private static Line proposal(Remedy remedy, Situation situation) {
    Map<String, Slot> slots = new TreeMap<>(situation.slots());
    slots.put("remedy", new Slot.Nested(Phrase.of(remedy.label(), Map.of())));
    return new Line(Kind.TRY, Phrase.of("tutor.try", slots));
  }

  /// The remedies that put to the test what was stated.
  private static List<String> shown(Question question, List<String> met) {
    return question.remedies().stream()
        .filter(remedy -> remedy.shows().stream().anyMatch(met::contains))
        .map(Remedy::id)
        .limit(MOST_CHIPS)
        .toList();
  }

  /// The ideas that the next gap's question asks for: one, or all of its group.
  private static List<String> asked(Question question, List<Expectation> missing) {
    return missing.stream()
        .findFirst()
        .map(first -> group(question, first).map(Expectation::id).toList())
        .orElse(List.of());
  }

  private static Stream<Expectation> group(Question question, Expectation idea) {
    return question.expectations().stream()
        .filter(
            other ->
                other.equals(idea)
                    || (idea.need() instanceof Expectation.Need.OneOf
                        && other.need().equals(idea.need())));
  }

  private static boolean isOptional(Expectation idea) {
    return idea.need() instanceof Expectation.Need.Optional;
  }

  private static Map<String, Slot> quoting(Situation situation, Grade grade, String idea) {
    Map<String, Slot> slots = new TreeMap<>(situation.slots());
    slots.put("quote", new Slot.Quote(grade.evidence(idea).map(Grade.Evidence::quote).orElse("…")));
    return slots;
  }
}
