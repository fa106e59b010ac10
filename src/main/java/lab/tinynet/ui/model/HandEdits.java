package lab.tinynet.ui.model;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.WeightEdit;

/// Finds the name that a parameter of a unit on the stage has in the run's edits.
public final class HandEdits {
  private HandEdits() {}

  /// @param layer index of the layer in the log
  /// @param row input of the unit, in the order of the frame's weights; their number stands for the
  ///     bias. Of a normalisation 0 is γ and 1 is β
  /// @param unit from 0
  /// @param value finite
  /// @return empty if the layer has no parameter there
  public static Optional<WeightEdit> of(
      Experiment experiment, int layer, int row, int unit, double value) {
    List<PlacedLayer> layers = NetworkShape.of(experiment).layers();
    if (layer >= layers.size() || layers.get(layer).parameters() == 0) {
      return Optional.empty();
    }
    PlacedLayer placed = layers.get(layer);
    int entry = (int) layers.stream().limit(layer).filter(it -> it.parameters() > 0).count();
    boolean bias = row == placed.fanIn();
    return switch (placed.spec()) {
      case LayerSpec.Dense _ ->
          Optional.of(
              bias
                  ? WeightEdit.bias(entry, unit, value)
                  : WeightEdit.weight(entry, row, unit, value));
      case LayerSpec.Conv2d conv -> {
        int side = conv.kernel();
        yield Optional.of(
            bias
                ? WeightEdit.bias(entry, unit, value)
                : WeightEdit.kernel(
                    entry, unit, row / (side * side), row / side % side, row % side, value));
      }
      case LayerSpec.BatchNorm _, LayerSpec.LayerNorm _ ->
          Optional.of(
              row == 0
                  ? WeightEdit.gamma(entry, unit, value)
                  : WeightEdit.beta(entry, unit, value));
      case LayerSpec.Activated _,
          LayerSpec.Flatten _,
          LayerSpec.Dropout _,
          LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Residual _ ->
          Optional.empty();
    };
  }
}
