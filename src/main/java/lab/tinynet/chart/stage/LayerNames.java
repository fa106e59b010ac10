package lab.tinynet.chart.stage;

import java.util.List;
import java.util.Set;
import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.LayerOrder;

/// How layers and units are called, in the language of the moment.
///
/// @param output index of the layer that says what the network says
public record LayerNames(Texts texts, int output) {
  private static final Set<String> ACTIVATED = Set.of("dense", "conv2d", "activation");

  /// The names in a network.
  public static LayerNames of(Texts texts, Frame frame) {
    return new LayerNames(texts, frame.order().output());
  }

  /// The names in a network of which the layers are known.
  public static LayerNames of(Texts texts, List<LayerInfo> layers) {
    return new LayerNames(texts, new LayerOrder(layers).output());
  }

  /// `dense 2`, or `residual 3 · dense 1` inside another; the last layer is the `output`.
  public String layer(LayerInfo info, int index) {
    int slash = info.name().lastIndexOf('/');
    if (slash >= 0) {
      String around = info.name().substring(0, slash);
      String outer = around.substring(around.lastIndexOf('/') + 1);
      return texts.text("stage.layer.inside", "outer", named(outer), "layer", own(info));
    }
    return index == output ? texts.text("stage.layer.output") : own(info);
  }

  /// The name without that of the residual it is in.
  String own(LayerInfo info) {
    return named(info.name().substring(info.name().lastIndexOf('/') + 1));
  }

  private String named(String name) {
    int space = name.lastIndexOf(' ');
    return texts.text(
        "stage.layer." + name.substring(0, space), "number", name.substring(space + 1));
  }

  /// What kind of layer it is: `flatten`.
  String kind(LayerInfo info) {
    return texts.text("stage.kind." + info.kind());
  }

  /// `dense 2 · ReLU`, of the last layer too: that is what the charts call it.
  String full(LayerInfo info) {
    String name = own(info);
    return ACTIVATED.contains(info.kind())
        ? texts.text("stage.layer.full", "layer", name, "activation", activation(info))
        : name;
  }

  /// The name of its activation.
  public String activation(LayerInfo info) {
    return texts.text("stage.activation." + info.activation());
  }

  /// `dense 2, unit 3`; the only unit of the output layer is the `output`; a unit of an image is a
  /// channel.
  public String unit(LayerInfo info, int index, int unit) {
    String layer = layer(info, index);
    if (index == output && info.units() == 1) {
      return layer;
    }
    return info.grid().isPresent()
        ? texts.text("stage.channel", "layer", layer, "unit", unit + 1)
        : texts.text("stage.unit", "layer", layer, "unit", unit + 1);
  }

  /// `x₁`.
  public static String input(int input) {
    return "x" + subscript(input + 1);
  }

  /// The number at the end of the layer's name in the log.
  static String number(LayerInfo info) {
    return info.name().substring(info.name().lastIndexOf(' ') + 1);
  }

  /// A number written below the line.
  public static String subscript(int number) {
    StringBuilder digits = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> digits.append((char) ('₀' + c - '0')));
    return digits.toString();
  }

  /// How many units of a layer are dead.
  static int dead(boolean[] dead) {
    int count = 0;
    for (boolean is : dead) {
      count += is ? 1 : 0;
    }
    return count;
  }
}
