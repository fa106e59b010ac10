package lab.tinynet.ui.unit;

/// Is told when a person has typed another value for a parameter of a unit.
@FunctionalInterface
public interface OnWeightTyped {
  /// @param layer index of the layer in the log
  /// @param row input of the unit, in the order of the frame's weights; their number stands for the
  ///     bias. Of a normalisation 0 is γ and 1 is β
  /// @param unit from 0
  /// @param value finite
  void typed(int layer, int row, int unit, double value);
}
