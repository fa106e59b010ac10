package lab.tinynet.telemetry;

import java.util.ArrayList;
import java.util.List;

/// How the layers of a log hang together. In the log a residual stands before the layers inside it;
/// numbers flow through these first and are then added to what the residual read.
///
/// @param layers in the order of the log
public record LayerOrder(List<LayerInfo> layers) {
  /// Stands for the inputs where an index of a layer is expected.
  public static final int INPUTS = -1;

  private static final String RESIDUAL = "residual";

  public LayerOrder {
    layers = List.copyOf(layers);
  }

  /// All layers in the order in which numbers flow: a residual after the layers inside it.
  public List<Integer> flow() {
    List<Integer> flow = new ArrayList<>();
    addFlow("", flow);
    return List.copyOf(flow);
  }

  private void addFlow(String inside, List<Integer> flow) {
    for (int layer = 0; layer < layers.size(); layer++) {
      if (around(layer).equals(inside)) {
        addFlow(layers.get(layer).name() + "/", flow);
        flow.add(layer);
      }
    }
  }

  /// The layer that says what the network says: the last one that is inside no other.
  public int output() {
    int last = layers.size() - 1;
    while (last > 0 && !around(last).isEmpty()) {
      last--;
    }
    return last;
  }

  /// The layer from which one takes its numbers, or [#INPUTS]. Of a residual the end of the layers
  /// inside; the other of its two summands is [#skipped].
  public int source(int layer) {
    return isResidual(layer) ? lastInside(layer) : before(layer);
  }

  /// Where the skip connection of a residual begins: what the residual read.
  public int skipped(int residual) {
    return before(residual);
  }

  public boolean isResidual(int layer) {
    return layers.get(layer).kind().equals(RESIDUAL);
  }

  private int before(int layer) {
    String inside = around(layer);
    for (int earlier = layer - 1; earlier >= 0; earlier--) {
      if (around(earlier).equals(inside)) {
        return earlier;
      }
    }
    for (int outer = layer - 1; outer >= 0; outer--) {
      if ((layers.get(outer).name() + "/").equals(inside)) {
        return before(outer);
      }
    }
    return INPUTS;
  }

  private int lastInside(int residual) {
    String inside = layers.get(residual).name() + "/";
    for (int layer = layers.size() - 1; layer > residual; layer--) {
      if (around(layer).equals(inside)) {
        return layer;
      }
    }
    return before(residual);
  }

  /// What stands before a layer's own name: `residual 3/`, or nothing.
  private String around(int layer) {
    String name = layers.get(layer).name();
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
