package lab.tinynet.ui.tutoring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.tinynet.spec.Experiment;
import lab.tinynet.tutor.Anchor;
import lab.tinynet.tutor.Attention;
import lab.tinynet.tutor.Chip;
import lab.tinynet.tutor.Conversation;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.model.LabModel;

/// The conversation on the screen, if there is one. It asks the tutor about the log only while the
/// person is idle, and moves the conversation on by what the person does.
public final class TutorModel {
  /// The person counts as busy for so long after a key or a movement, in milliseconds.
  private static final long BUSY = 700;

  private final LabModel model;
  private final CompletableFuture<Tutor> tutor;
  private final LongSupplier clock;
  private final ReadOnlyObjectWrapper<Optional<Conversation>> conversation =
      new ReadOnlyObjectWrapper<>(this, "conversation", Optional.empty());
  private Attention attention = Attention.FRESH;

  /// What the person had before them when the question was asked.
  private Optional<Experiment> subject = Optional.empty();
  private long busyUntil;

  /// @param tutor may still be reading its questions
  /// @param clock milliseconds
  public TutorModel(LabModel model, CompletableFuture<Tutor> tutor, LongSupplier clock) {
    this.model = model;
    this.tutor = tutor;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<Optional<Conversation>> conversationProperty() {
    return conversation.getReadOnlyProperty();
  }

  /// What lights up.
  public Optional<Anchor> anchor() {
    return conversation.get().map(Conversation::anchor);
  }

  /// The person is doing something: not a moment to ask.
  public void busy() {
    busyUntil = clock.getAsLong() + BUSY;
  }

  /// Looks at the log: is there something to ask, or has a trial shown its effect?
  public void beat() {
    if (subject.filter(asked -> !stillThere(asked, model.state().experiment())).isPresent()) {
      withdraw();
    }
    if (conversation.get().isPresent()) {
      move(now -> now.observe(model.state().experiment(), model.state().log()));
    } else if (ready() && clock.getAsLong() >= busyUntil) {
      tutor
          .join()
          .offer(model.state().log(), attention, clock.getAsLong())
          .ifPresent(
              question -> {
                attention = attention.asking();
                subject = Optional.of(model.state().experiment());
                conversation.set(Optional.of(question));
              });
    }
  }

  /// Whether what was asked about can still be on the screen: a remedy or a setting changes
  /// neither the data nor the number of layers, another experiment mostly does.
  private static boolean stillThere(Experiment asked, Experiment now) {
    return asked.data().equals(now.data()) && asked.network().size() == now.network().size();
  }

  /// Takes a question back that speaks of nothing on the screen. One that was answered counts as
  /// dealt with.
  private void withdraw() {
    attention =
        conversation
            .get()
            .filter(Conversation::attempted)
            .map(now -> attention.after(now, clock.getAsLong()))
            .orElseGet(attention::withdrawn);
    leave();
  }

  private void leave() {
    subject = Optional.empty();
    conversation.set(Optional.empty());
  }

  private boolean ready() {
    return tutor.isDone() && !tutor.isCompletedExceptionally();
  }

  void answer(String text) {
    move(now -> now.answer(text, step()));
  }

  void hint() {
    move(now -> now.hint(step()));
  }

  void dontKnow() {
    move(now -> now.dontKnow(step()));
  }

  void showModelAnswer() {
    move(now -> now.showModelAnswer(step()));
  }

  /// Puts the question away, answered or not.
  void putAway() {
    conversation
        .get()
        .ifPresent(
            now -> {
              attention = attention.after(now.skip(step()), clock.getAsLong());
              leave();
            });
  }

  /// Tries a remedy: a new run from step 0 that differs in nothing else.
  void attempt(Chip chip) {
    Experiment before = model.experiment();
    move(now -> now.tried(chip, before, step()));
    model.open(chip.action().applyTo(before), true);
  }

  private long step() {
    return model.state().step();
  }

  private void move(UnaryOperator<Conversation> by) {
    conversation.set(conversation.get().map(by));
  }
}
