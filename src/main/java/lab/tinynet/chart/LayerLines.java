package lab.tinynet.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// What a [LayerLinesChart] draws.
///
/// @param key first part of the keys of its texts
/// @param main the quantity of the full lines
/// @param second that of the dashed ones, in the same table
/// @param which layers have a line
/// @param target where the values should lie, within a factor of 3
/// @param linear whether it begins on a linear axis
record LayerLines(
    String key,
    Quantity main,
    Optional<Quantity> second,
    Predicate<LayerInfo> which,
    OptionalDouble target,
    boolean linear) {
  private static final List<String> SATURABLE = List.of("sigmoid", "tanh");

  /// Stands for the whole network where a layer is asked for.
  static final int WHOLE = -1;

  /// Norms of the gradient of the parameters, raw and applied.
  static final LayerLines GRADIENTS =
      new LayerLines(
          "chart.gradients",
          Quantity.RAW_NORM,
          Optional.of(Quantity.APPLIED_NORM),
          LayerInfo::parameters,
          OptionalDouble.empty(),
          false);

  /// Norms of the gradient with respect to the layers' outputs.
  static final LayerLines SIGNAL =
      new LayerLines(
          "chart.signal",
          Quantity.SIGNAL_NORM,
          Optional.empty(),
          _ -> true,
          OptionalDouble.empty(),
          false);

  /// Update ratios; about 10⁻³ is usual (Karpathy, CS231n).
  static final LayerLines RATIOS =
      new LayerLines(
          "chart.ratio",
          Quantity.UPDATE_RATIO,
          Optional.empty(),
          LayerInfo::parameters,
          OptionalDouble.of(1e-3),
          false);

  /// The learning rate.
  static final LayerLines RATE =
      new LayerLines(
          "chart.rate", Quantity.RATE, Optional.empty(), _ -> true, OptionalDouble.empty(), false);

  /// Units in the flat ends of a sigmoid or tanh.
  static final LayerLines SATURATED =
      new LayerLines(
          "chart.saturated",
          Quantity.SATURATED_UNITS,
          Optional.empty(),
          layer -> SATURABLE.contains(layer.activation()),
          OptionalDouble.empty(),
          true);

  /// The layers that have a line; the whole network, where the quantity is one of it.
  int[] layers(RunLog log) {
    if (!main.perLayer()) {
      return log.layers().isEmpty() ? new int[0] : new int[] {WHOLE};
    }
    List<LayerInfo> all = log.layers();
    return IntStream.range(0, all.size()).filter(i -> which.test(all.get(i))).toArray();
  }

  /// Whether its values are whole numbers.
  boolean counted() {
    return main == Quantity.SATURATED_UNITS;
  }

  /// Whether there is no value yet at step 0, which is no reason for alarm.
  boolean unmeasuredAtFirst() {
    return main == Quantity.SIGNAL_NORM;
  }

  /// What a linear axis has to hold in any case: of a count all units of the largest layer.
  double most(RunLog log, int[] layers) {
    return counted()
        ? IntStream.of(layers).map(layer -> log.layers().get(layer).units()).max().orElse(1)
        : 0;
  }

  static int column(RunLog log, Quantity quantity, int layer) {
    return layer == WHOLE ? log.column(quantity) : log.column(quantity, layer);
  }

  /// What a line is called.
  String name(RunLog log, int layer, Texts texts) {
    return layer == WHOLE
        ? texts.text(key + ".name")
        : LayerNames.of(log.layers().get(layer), texts);
  }
}
