package lab.tinynet.chart;

import java.util.Optional;

/// The step axis that all charts share. A step is a number of updates done; 0 is the initial state.
///
/// @param from the step at the left end
/// @param to the step at the right end, beyond `from`
public record StepAxis(long from, long to) {
  private static final long FEWEST = 20;

  public StepAxis {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("steps " + from + " … " + to);
    }
  }

  /// The axis from the beginning to the newest step.
  public static StepAxis following(long length) {
    return new StepAxis(0, Math.max(FEWEST, length));
  }

  /// A smaller or larger part of a run, around a step that keeps its place; empty for the whole.
  ///
  /// @param factor below 1 for less
  /// @param length of the run
  Optional<StepAxis> zoomed(long step, double factor, long length) {
    StepAxis whole = following(length);
    double span = Math.max(FEWEST, (to - from) * factor);
    if (span >= whole.to()) {
      return Optional.empty();
    }
    double share = position((double) step);
    long first = Math.clamp(Math.round(step - share * span), 0, whole.to() - (long) span);
    return Optional.of(new StepAxis(first, first + (long) span));
  }

  /// The same length elsewhere in the run.
  Optional<StepAxis> moved(long steps, long length) {
    long span = to - from;
    long first = Math.clamp(from + steps, 0, Math.max(0, following(length).to() - span));
    return Optional.of(new StepAxis(first, first + span));
  }

  /// Where a step stands: 0 at the left end, 1 at the right.
  public double position(double step) {
    return (step - from) / (to - from);
  }

  /// The step that stands nearest to a place, within the axis.
  ///
  /// @param position 0 at the left end, 1 at the right
  public long stepAt(double position) {
    return Math.clamp(Math.round(from + position * (to - from)), from, to);
  }

  /// Round steps to be written below the axis.
  double[] ticks(int most) {
    return Ticks.steps(from, to, most);
  }
}
