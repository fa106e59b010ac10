package lab.tinynet.tutor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import lab.tinynet.spec.Experiment;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.tutor.answer.AskedQuestion;
import lab.tinynet.tutor.answer.Move;
import lab.tinynet.tutor.answer.Move.Outcome;
import lab.tinynet.tutor.grade.Grade;
import lab.tinynet.tutor.grade.Grader;
import lab.tinynet.tutor.question.Question;
import lab.tinynet.tutor.question.Remedy;

/// A conversation about one question: immutable, every method that moves it on returns the next.
/// What the tutor says is a function of question, situation and moves ([Dialogue]).
public final class Conversation {
  /// Where it stands.
  public enum Phase {
    /// The tutor waits for an answer.
    ASKING,
    /// Everything required was said, or the model answer shown; more may be said or tried.
    SETTLED,
    /// Put away.
    CLOSED
  }

  private final Question question;
  private final Grader grader;
  private final Situation situation;
  private final Progress progress;
  private final List<Move> moves;
  private final List<Turn> turns;
  private final Optional<Trial> trial;

  private Conversation(
      Question question,
      Grader grader,
      Situation situation,
      Progress progress,
      List<Move> moves,
      List<Turn> turns,
      Optional<Trial> trial) {
    this.question = question;
    this.grader = grader;
    this.situation = situation;
    this.progress = progress;
    this.moves = List.copyOf(moves);
    this.turns = List.copyOf(turns);
    this.trial = trial;
  }

  /// A conversation in which nothing has been said yet but the question.
  public static Conversation about(Question question, Grader grader, Situation situation) {
    return new Conversation(
        question, grader, situation, Progress.START, List.of(), List.of(), Optional.empty());
  }

  public Question question() {
    return question;
  }

  public Situation situation() {
    return situation;
  }

  /// The step that the question is pinned to.
  public long step() {
    return situation.step();
  }

  /// The question, about what is on screen.
  public Phrase stem() {
    return Phrase.of(question.situated(), situation.slots());
  }

  /// Why it is asked now.
  public Phrase why() {
    return Phrase.of(question.why(), situation.slots());
  }

  public Anchor anchor() {
    OptionalInt layer =
        question.anchor().layerSlot().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(situation.layer());
    return new Anchor(question.anchor().chart(), layer, situation.step());
  }

  public Phase phase() {
    return progress.phase();
  }

  /// What has been said after the question, in order.
  public List<Turn> turns() {
    return turns;
  }

  /// Whether an answer has been tried: before that nothing is given away.
  public boolean attempted() {
    return progress.attempts() > 0;
  }

  public boolean canAnswer() {
    return phase() != Phase.CLOSED;
  }

  public boolean canHint() {
    return phase() == Phase.ASKING && progress.hints() < question.hints().size();
  }

  public boolean canShowModelAnswer() {
    return attempted() && phase() == Phase.ASKING;
  }

  /// Whether a remedy is being tried and its outcome waited for with [#observe].
  public boolean watching() {
    return trial.isPresent();
  }

  /// The remedies to try now, at most three, as they apply to the experiment; none before an
  /// attempt, none that would change nothing.
  public List<Chip> chips(Experiment running) {
    return progress.offered().stream()
        .flatMap(id -> question.remedy(id).stream())
        .map(this::chip)
        .filter(chip -> !chip.action().applyTo(running).equals(running))
        .toList();
  }

  /// The student answers. Blank text changes nothing; "I don't know" is taken as such.
  ///
  /// @param step number of updates done now
  public Conversation answer(String text, long step) {
    if (!canAnswer()) {
      return this;
    }
    Grade grade = grader.grade(text);
    return switch (grade.manner()) {
      case BLANK -> this;
      case STATEMENT, ECHO, HEAP, APPEAL, IGNORANCE ->
          next(
              new Move.Answered(step, text, grade.mark()),
              new Turn.StudentSays(text, grade),
              Dialogue.onAnswer(question, situation, progress, grade),
              trial);
    };
  }

  public Conversation hint(long step) {
    return canHint()
        ? next(
            new Move.AskedHint(step),
            choice("tutor.student.hint"),
            Dialogue.onHint(question, situation, progress),
            trial)
        : this;
  }

  public Conversation dontKnow(long step) {
    return phase() == Phase.ASKING
        ? next(
            new Move.DidNotKnow(step),
            choice("tutor.student.unknown"),
            Dialogue.onDontKnow(question, situation, progress),
            trial)
        : this;
  }

  /// Shows the model answer; does nothing before an attempt.
  public Conversation showModelAnswer(long step) {
    return canShowModelAnswer()
        ? next(
            new Move.AskedModelAnswer(step),
            choice("tutor.student.show"),
            Dialogue.onModelAnswer(question, situation, progress),
            trial)
        : this;
  }

  /// Puts the question away.
  public Conversation skip(long step) {
    return phase() == Phase.CLOSED
        ? this
        : next(
            new Move.Skipped(step),
            choice("tutor.student.skip"),
            Dialogue.onSkip(progress),
            Optional.empty());
  }

  /// The student tries a remedy: the caller opens `chip.action().applyTo(before)` as a new run from
  /// step 0, and from then on hands the run to [#observe].
  ///
  /// @param before the experiment as it is
  public Conversation tried(Chip chip, Experiment before, long step) {
    long until = Trial.until(situation);
    return next(
        new Move.Tried(step, chip.remedy(), until),
        new Turn.StudentChooses(chip.label()),
        Dialogue.onTry(question, situation, progress, chip.remedy(), until),
        Optional.of(new Trial(before, chip.action().applyTo(before), until)));
  }

  /// Looks whether a remedy has shown its effect. Returns this same conversation while there is
  /// nothing to say.
  ///
  /// @param running the experiment that `log` belongs to
  public Conversation observe(Experiment running, RunLog log) {
    Optional<Outcome> outcome = trial.flatMap(one -> one.outcome(situation, running, log));
    if (outcome.isEmpty()) {
      return this;
    }
    Move.Observed move = new Move.Observed(trial.orElseThrow().until(), outcome.get());
    Dialogue.Reply reply = Dialogue.onOutcome(question, situation, progress, move);
    List<Turn> said = new ArrayList<>(turns);
    if (!reply.lines().isEmpty()) {
      said.add(new Turn.TutorSays(reply.lines()));
    }
    return with(move, said, reply.progress(), Optional.empty());
  }

  /// The record of it.
  public AskedQuestion record() {
    Map<String, String> slots = new TreeMap<>();
    situation.slots().forEach((name, slot) -> slots.put(name, slot.plain()));
    return new AskedQuestion(question.id(), situation.step(), slots, moves);
  }

  private static Turn choice(String key) {
    return new Turn.StudentChooses(Phrase.of(key));
  }

  private Conversation next(Move move, Turn turn, Dialogue.Reply reply, Optional<Trial> watched) {
    List<Turn> said = new ArrayList<>(turns);
    said.add(turn);
    said.add(new Turn.TutorSays(reply.lines()));
    return with(move, said, reply.progress(), watched);
  }

  private Conversation with(Move move, List<Turn> said, Progress reached, Optional<Trial> watched) {
    List<Move> more = new ArrayList<>(moves);
    more.add(move);
    return new Conversation(question, grader, situation, reached, more, said, watched);
  }

  private Chip chip(Remedy remedy) {
    TutorAction action =
        switch (remedy.change()) {
          case Remedy.Change.SetActivation set ->
              new TutorAction.SetActivation(situation.layer(), set.activation());
          case Remedy.Change.SetInitializer set ->
              new TutorAction.SetInitializer(situation.layer(), set.initializer());
          case Remedy.Change.ScaleRate scale -> new TutorAction.ScaleRate(scale.factor());
        };
    return new Chip(remedy.id(), Phrase.of(remedy.label(), situation.slots()), action);
  }
}
