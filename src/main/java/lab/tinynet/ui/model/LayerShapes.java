package lab.tinynet.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.PlacedLayer;

/// What the layers of a network put out, also of one that cannot be built yet. Pure.
public final class LayerShapes {
  private LayerShapes() {}

  /// The shape after each layer, as a person reads it: `8×12×12`, `32`; none for the layers from
  /// the first one on that does not fit.
  public static Map<LayerPath, String> of(Experiment experiment) {
    List<LayerPath> paths = NetworkEdits.paths(experiment.network());
    List<PlacedLayer> placed = NetworkShape.fitting(experiment).layers();
    Map<LayerPath, String> shapes = new HashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      shapes.put(paths.get(i), words(placed.get(i).output()));
    }
    return shapes;
  }

  private static String words(OutputShape shape) {
    return shape
        .image()
        .map(image -> image.channels() + "×" + image.height() + "×" + image.width())
        .orElseGet(() -> String.valueOf(shape.size()));
  }
}
