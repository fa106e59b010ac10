package lab.tinynet.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;

/// Where frames are wished for and fetched: one slot, which the trainer fills when it has been
/// emptied and somebody wishes for a frame that it does not hold.
final class FrameDesk {
  /// For how long after an edit the trainer leaves the processor to those who draw.
  private static final long COURTESY_NANOS = 100_000_000;

  private static final long REST_NANOS = 2_000_000;

  private final AtomicReference<Frame> slot = new AtomicReference<>();
  private final AtomicReference<FrameWish> wish = new AtomicReference<>(FrameWish.maps(0));

  // The trainer thread's own.
  private long madeAt = -1;
  private FrameWish made = FrameWish.maps(0);
  private long notBefore;
  private long courtesyEnds;
  private boolean courteous;

  /// The frame that is ready, if one is, and with that the wish for the next; for any thread.
  Optional<Frame> take(FrameWish wished) {
    Frame ready = slot.getAndSet(null);
    wish.set(wished);
    return Optional.ofNullable(ready);
  }

  /// Makes a frame where one is wished for.
  void serve(Trainer trainer) {
    if (courteous && System.nanoTime() - courtesyEnds >= 0) {
      courteous = false;
      notBefore = 0;
    }
    FrameWish wished = wish.get();
    boolean stale = madeAt != trainer.stepsDone() || !made.equals(wished);
    boolean late = trainer.stepsDone() >= notBefore;
    if (wished.resolution() > 0 && stale && late && slot.get() == null) {
      wish.compareAndSet(wished, FrameWish.maps(0));
      madeAt = trainer.stepsDone();
      made = wished;
      slot.set(trainer.frame(wished));
    }
  }

  /// Takes note that the state of the step has changed: a frame made of it is made again.
  void changed() {
    madeAt = -1;
  }

  /// Takes note of an edit: a frame that is ready but not yet fetched shows the run as it was, so
  /// another one is made in its place as soon as the edit has had an effect.
  ///
  /// @param effect the first step after which it can be seen; not waited for when steps are slow
  void edited(long effect) {
    changed();
    notBefore = effect;
    courteous = true;
    courtesyEnds = System.nanoTime() + COURTESY_NANOS;
    FrameWish open = wish.get();
    if (slot.getAndSet(null) != null && open.resolution() == 0) {
      wish.compareAndSet(open, made);
    }
  }

  /// Rests for a moment between two steps where an edit is so fresh that its first picture is still
  /// being drawn: on a machine of two cores the trainer would hold that picture up.
  void giveWay() {
    if (courteous && madeAt >= notBefore) {
      LockSupport.parkNanos(this, REST_NANOS);
    }
  }

  /// Drops what is ready: it shows another place of the run.
  void forget() {
    changed();
    notBefore = 0;
    slot.set(null);
  }
}
