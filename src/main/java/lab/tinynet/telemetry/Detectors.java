package lab.tinynet.telemetry;

import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.DetectorRule.Denominator;

/// The table of the lab's detectors. All thresholds stand here and nowhere else.
public final class Detectors {
  /// A layer has dead units, and their number has stopped moving: the tutor can ask about it
  /// without the count changing under the question. 40 steps are four probes of the dense schedule.
  public static final DetectorRule DEAD_UNITS =
      new DetectorRule(
          "dead-units",
          Quantity.DEAD_UNITS,
          Denominator.ONE,
          1,
          1,
          40,
          "the lab's own: one dead unit can be asked about");

  /// Enough of a layer is dead to warn.
  public static final DetectorRule DYING_LAYER =
      new DetectorRule(
          "dying-layer",
          Quantity.DEAD_UNITS,
          Denominator.UNITS,
          0.10,
          0.05,
          40,
          "warning from 10 % of the units: keras-contrib, DeadReluDetector");

  /// Most of a layer is dead.
  public static final DetectorRule DEAD_LAYER =
      new DetectorRule(
          "dead-layer",
          Quantity.DEAD_UNITS,
          Denominator.UNITS,
          0.50,
          0.40,
          40,
          "alarm above 50 % of the units: Amazon SageMaker Debugger, DeadRelu");

  /// The gradient grows on its way back. AUTOTRAINER's ratio is told of L2 norms here.
  public static final DetectorRule EXPLODING =
      new DetectorRule(
          "exploding",
          Quantity.RAW_NORM,
          Denominator.LAST_LAYER,
          70,
          35,
          10,
          "first layer's gradient above 70 times the last's: AUTOTRAINER (Zhang et al. 2021)");

  /// The gradient fades on its way back: the last layer's is so many times the first's, and the
  /// first's is below [#VANISHING_NORM].
  public static final DetectorRule VANISHING =
      new DetectorRule(
          "vanishing",
          Quantity.RAW_NORM,
          Denominator.FIRST_LAYER,
          1e3,
          500,
          10,
          "first layer's gradient below 1e-3 of the last's, and below 1e-4: AUTOTRAINER (Zhang et"
              + " al. 2021)");

  /// A first layer whose gradient is larger has not vanished, whatever the last layer's is.
  public static final double VANISHING_NORM = 1e-4;

  /// Most of a layer is flat.
  public static final DetectorRule SATURATING =
      new DetectorRule(
          "saturating",
          Quantity.SATURATED_UNITS,
          Denominator.UNITS,
          0.50,
          0.40,
          40,
          "the lab's own: alarm above 50 % of the units, as for dead ones");

  /// The loss has come down by less than a hundredth over [#PLATEAU_STEPS] steps. Here `on` and
  /// `off` bound how little it has fallen: 1 − the fall, relative to the best before.
  public static final DetectorRule PLATEAU =
      new DetectorRule(
          "plateau",
          Quantity.TRAIN_LOSS,
          Denominator.BEST,
          0.99,
          0.98,
          40,
          "the lab's own: less than 1 % better than the best before, over 500 steps");

  /// Over how many steps a plateau is looked for.
  public static final long PLATEAU_STEPS = 500;

  /// The loss on the test set has turned up while that on the training set has not.
  public static final DetectorRule OVERFITTING =
      new DetectorRule(
          "overfitting",
          Quantity.TEST_LOSS,
          Denominator.BEST,
          0.05,
          0.025,
          40,
          "test loss more than 5 % above its lowest: generalisation loss, Prechelt 1998");

  /// A step that was not finite.
  public static final DetectorRule DIVERGED =
      new DetectorRule(
          "diverged",
          Quantity.LOSS,
          Denominator.ONE,
          1,
          1,
          1,
          "a loss, gradient or parameter that is not finite (IEEE 754)");

  /// Every detector, in the order in which a table shows them.
  public static final List<DetectorRule> TABLE =
      List.of(
          DEAD_UNITS,
          DYING_LAYER,
          DEAD_LAYER,
          EXPLODING,
          VANISHING,
          SATURATING,
          PLATEAU,
          OVERFITTING,
          DIVERGED);

  private Detectors() {}

  public static Optional<DetectorRule> named(String name) {
    return TABLE.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }
}
