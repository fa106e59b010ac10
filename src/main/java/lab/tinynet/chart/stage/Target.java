package lab.tinynet.chart.stage;

/// What the pointer is on.
public sealed interface Target {
  /// An input, by its index from 0.
  record Input(int input) implements Target {}

  /// A unit, by layer and index from 0.
  record Unit(int layer, int unit) implements Target {}

  /// The bias of a unit.
  record Bias(int layer, int unit) implements Target {}

  /// The weight with which `unit` of `layer` takes `from`, a unit of the layer before or an input.
  record Weight(int layer, int from, int unit) implements Target {}

  /// A point of the decision surface, in the inputs' units.
  record Surface(double x1, double x2) implements Target {}

  /// A legend.
  record Legend(Kind kind) implements Target {
    /// Which legend.
    public enum Kind {
      OUTPUT,
      UNITS,
      KERNELS,
      EDGES
    }
  }
}
