package lab.tinynet.session;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// When training pauses by itself. A divergence always ends it. A rule takes effect where it
/// becomes true: training on from a place where it is true already is not stopped.
///
/// @param step at this step
/// @param loss at the first probe at which the training loss is not above this
/// @param accuracy at the first probe at which the training accuracy, 0 … 1, is not below this
public record StopRule(OptionalLong step, OptionalDouble loss, OptionalDouble accuracy) {
  public static final StopRule NONE =
      new StopRule(OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /// What stopped a training.
  public enum Reason {
    STEP,
    LOSS,
    ACCURACY
  }

  public StopRule withStep(OptionalLong other) {
    return new StopRule(other, loss, accuracy);
  }

  public StopRule withLoss(OptionalDouble other) {
    return new StopRule(step, other, accuracy);
  }

  public StopRule withAccuracy(OptionalDouble other) {
    return new StopRule(step, loss, other);
  }

  /// Why to stop after a step. Cheap: no more than a look where no probe was made.
  ///
  /// @param done number of the step that was just done
  public Optional<Reason> reached(RunLog log, long done) {
    if (step.isPresent() && done == step.getAsLong()) {
      return Optional.of(Reason.STEP);
    }
    if (loss.isEmpty() && accuracy.isEmpty()) {
      return Optional.empty();
    }
    Ledger probes = log.probes();
    long last = log.probesUntil(done) - 1;
    boolean fresh =
        last > probes.exactFrom() && probes.get(last, log.column(Quantity.PROBE_STEP)) == done;
    if (!fresh) {
      return Optional.empty();
    }
    if (loss.isPresent()) {
      int column = log.column(Quantity.TRAIN_LOSS);
      double limit = loss.getAsDouble();
      if (probes.get(last, column) <= limit && !(probes.get(last - 1, column) <= limit)) {
        return Optional.of(Reason.LOSS);
      }
    }
    if (accuracy.isPresent()) {
      int column = log.column(Quantity.TRAIN_ACCURACY);
      double limit = accuracy.getAsDouble();
      if (probes.get(last, column) >= limit && !(probes.get(last - 1, column) >= limit)) {
        return Optional.of(Reason.ACCURACY);
      }
    }
    return Optional.empty();
  }
}
