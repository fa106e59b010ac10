package lab.tinynet.engine;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Experiment;

/// Whether a run depends on its last bits: the same experiment is run again with a single parameter
/// moved by one unit in the last place, once. A robust run stays where it was; in a sensitive one
/// rounding grows until the runs have nothing in common, and another processor's kernels, which add
/// in another order, give another run.
///
/// Parameters are moved at the start, at ten moments on the way, and where the settings change: a
/// run that settles forgets its start to the last bit, and may become sensitive afterwards. Which
/// ones to move is asked of a twin in which all were moved: those that were then farthest off at
/// the next moment.
///
/// @param distance the largest [#distance] of the run to a twin with one parameter moved
public record Sensitivity(double distance) {
  /// Runs farther apart than this have separated.
  public static final double SEPARATED = 1e-6;

  /// How many parameters are moved at the start whatever the twin with all of them moved says, at
  /// even distances over the network.
  private static final int AT_START = 6;

  /// How many are tried at each moment.
  private static final int TRIED = 3;

  private static final int MOMENTS = 10;

  private static final Trainer.Options BARE =
      Trainer.Options.USUAL.withMeasuring(Trainer.Measuring.NOTHING);

  public boolean sensitive() {
    return !(distance <= SEPARATED);
  }

  /// Runs an experiment and its twins.
  ///
  /// @param edits changes made while it runs
  /// @param steps how many steps are done
  public static Sensitivity of(Experiment experiment, List<StampedEdit> edits, long steps) {
    var moments = new TreeSet<Long>(List.of(0L, steps));
    for (int i = 1; i < MOMENTS; i++) {
      moments.add(i * steps / MOMENTS);
    }
    edits.stream().map(StampedEdit::step).filter(step -> step < steps).forEach(moments::add);
    var search = new Search(experiment, edits, moments);
    return new Sensitivity(search.farthest());
  }

  /// How far two runs are apart: the largest difference of a parameter, relative to the largest
  /// parameter of both. Runs of which one broke and the other did not are infinitely far apart.
  static double distance(State one, State other) {
    if (one.brokenAt() != other.brokenAt()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = Double.MIN_NORMAL;
    double difference = 0;
    for (int i = 0; i < one.parameters().length; i++) {
      double a = one.parameters()[i];
      double b = other.parameters()[i];
      largest = Math.max(largest, Math.max(Math.abs(a), Math.abs(b)));
      difference = Math.max(difference, Math.abs(a - b));
    }
    return difference / largest;
  }

  /// Where a run stands.
  ///
  /// @param parameters all of them
  /// @param brokenAt the first step that was not finite; −1 if there was none
  record State(double[] parameters, long brokenAt) {

    static State after(Experiment experiment, List<StampedEdit> edits, long steps) {
      var moments = new TreeSet<>(List.of(steps));
      return new Search(experiment, edits, moments).passed(0).get(steps);
    }
  }

  /// @param moments counts of steps at which parameters are moved and runs are compared; the last
  ///     one is the end
  private record Search(Experiment experiment, List<StampedEdit> edits, TreeSet<Long> moments) {

    double farthest() {
      TreeMap<Long, State> straight = passed(0);
      int parameters = straight.lastEntry().getValue().parameters().length;
      double most = 0;
      for (int i = 0; i < AT_START; i++) {
        int parameter = (int) ((i + 0.5) / AT_START * parameters);
        most = Math.max(most, distanceOfTwin(straight, 0, parameter));
      }
      int[] all = IntStream.range(0, parameters).toArray();
      for (long moment : moments.headSet(moments.last())) {
        long next = moments.higher(moment);
        State twin = passed(moment, all).get(next);
        for (int parameter : farthestOff(straight.get(next), twin)) {
          most = Math.max(most, distanceOfTwin(straight, moment, parameter));
        }
      }
      return most;
    }

    private double distanceOfTwin(TreeMap<Long, State> straight, long moment, int parameter) {
      State twin = passed(moment, parameter).lastEntry().getValue();
      return distance(straight.lastEntry().getValue(), twin);
    }

    /// The states at the moments of a run whose parameters were moved after `at` steps.
    TreeMap<Long, State> passed(long at, int... moved) {
      var passed = new TreeMap<Long, State>();
      try (Replay run = Replay.of(experiment, edits, BARE)) {
        Trainer trainer = run.trainer();
        long brokenAt = -1;
        while (trainer.stepsDone() < moments.last()) {
          if (trainer.stepsDone() == at) {
            for (int parameter : moved) {
              trainer.nudge(parameter, parameter % 2 == 0);
            }
          }
          run.step();
          if (brokenAt < 0 && trainer.divergence().isPresent()) {
            brokenAt = trainer.stepsDone();
          }
          if (moments.contains(trainer.stepsDone())) {
            passed.put(trainer.stepsDone(), new State(trainer.parameters(), brokenAt));
          }
        }
      }
      return passed;
    }

    private static List<Integer> farthestOff(State one, State other) {
      return IntStream.range(0, one.parameters().length)
          .boxed()
          .sorted(
              Comparator.comparingDouble(
                  i -> -Math.abs(one.parameters()[i] - other.parameters()[i])))
          .limit(TRIED)
          .toList();
    }
  }
}
