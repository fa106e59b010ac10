package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.tinynet.spec.RefusedSpecsTest.Refused;

/// Specifications with layers of every kind, and such as do not fit together.
public final class LayerSpecs {
  private static final String OUTPUT = "{\"layer\": \"dense\", \"units\": 1}";

  /// Every layer with every field.
  public static final String EVERY =
      images(
          1,
          4,
          6,
          """
          {"layer": "conv2d", "filters": 3, "kernel": 2, "stride": 2, "padding": "same",
           "activation": {"kind": "leaky-relu", "slope": 0.2}, "init": "orthogonal",
           "bias": false, "biasInit": "zeros"},
          {"layer": "batch-norm"}, {"layer": "activation", "activation": "prelu"},
          {"layer": "residual", "layers": [
            {"layer": "conv2d", "filters": 2, "kernel": 1},
            {"layer": "conv2d", "filters": 3, "kernel": 3, "padding": "same",
             "activation": "prelu"}]},
          {"layer": "max-pool", "size": 2, "stride": 1}, {"layer": "average-pool", "size": 1},
          {"layer": "flatten"}, {"layer": "layer-norm"}, {"layer": "dropout"},
          {"layer": "dropout", "rate": 0.1}, %s
          """
              .formatted(OUTPUT));

  private LayerSpecs() {}

  /// On as many black images.
  static String images(int examples, int height, int width, String layers) {
    String row = "[" + String.join(",", Collections.nCopies(height * width, "0")) + "]";
    String x = String.join(",", Collections.nCopies(examples, row));
    String y = String.join(",", Collections.nCopies(examples, "[1]"));
    return """
    {"format": 1, "data": {"kind": "inline", "shape": [1, %d, %d], "x": [%s], "y": [%s]},
     "network": [%s], "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.1}}
    """
        .formatted(height, width, x, y, layers);
  }

  static List<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    fields(all);
    shapes(all);
    sizes(all);
    return all;
  }

  private static void fields(List<Refused> all) {
    first(all, conv("\"filters\": 0, \"kernel\": 1"), ".filters", "whole-range");
    first(all, conv("\"filters\": 1, \"kernel\": 65"), ".kernel", "whole-range");
    first(all, conv("\"filters\": 1, \"kernel\": 1, \"stride\": 0"), ".stride", "whole-range");
    first(all, conv("\"filters\": 1"), ".kernel", "missing-field");
    first(all, conv("\"kernel\": 1"), ".filters", "missing-field");
    String good = "\"filters\": 1, \"kernel\": 1";
    first(all, conv(good + ", \"units\": 1"), ".units", "unknown-field");
    first(all, conv(good + ", \"padding\": \"sam\""), ".padding", "unknown-word-near");
    first(all, conv(good + ", \"padding\": 1"), ".padding", "expected-text");
    first(all, conv(good + ", \"biasInit\": \"orthogonal\""), ".biasInit", "orthogonal-bias");
    String softmax = ", \"activation\": \"softmax\"";
    first(all, conv(good + softmax), ".activation", "softmax-not-last");
    first(all, "{\"layer\": \"max-pool\"}", ".size", "missing-field");
    first(all, "{\"layer\": \"max-pool\", \"size\": 0}", ".size", "whole-range");
    first(
        all,
        "{\"layer\": \"average-pool\", \"size\": 1, \"stride\": 1.5}",
        ".stride",
        "whole-range");
    first(all, "{\"layer\": \"dropout\", \"rate\": 1}", ".rate", "range-below");
    first(all, "{\"layer\": \"dropout\", \"rate\": -0.1}", ".rate", "range-below");
    first(all, "{\"layer\": \"activation\"}", ".activation", "missing-field");
    first(all, "{\"layer\": \"flatten\", \"rate\": 1}", ".rate", "unknown-field");
    first(all, "{\"layer\": \"batch-norm\", \"epsilon\": 1}", ".epsilon", "unknown-field");
    first(all, residual(""), ".layers", "residual-empty");
    first(all, "{\"layer\": \"residual\"}", ".layers", "missing-field");
    first(all, residual("1"), ".layers[0]", "expected-object");
    first(all, residual("{\"layer\": \"dropout\", \"rate\": 2}"), ".layers[0].rate", "range-below");
    String activation = "{\"layer\": \"activation\", \"activation\": \"softmax\"}";
    first(all, residual(activation), ".layers[0].activation", "softmax-not-last");
    String many = String.join(",", Collections.nCopies(63, "{\"layer\": \"flatten\"}"));
    all.add(
        new Refused(images(1, 4, 4, residual(many) + "," + OUTPUT), "network", "too-many-layers"));
  }

  private static void shapes(List<Refused> all) {
    String pool = "{\"layer\": \"max-pool\", \"size\": 2}";
    for (String layer : List.of(conv("\"filters\": 1, \"kernel\": 1"), pool)) {
      String network = "{\"layer\": \"flatten\"}," + layer + "," + OUTPUT;
      all.add(new Refused(images(1, 4, 4, network), "network[1]", "needs-image"));
      all.add(
          new Refused(
              Specs.LEAST.replace("\"network\": [", "\"network\": [" + layer + ","),
              "network[0]",
              "needs-image"));
    }
    first(all, conv("\"filters\": 1, \"kernel\": 5"), ".kernel", "window-too-large");
    first(all, "{\"layer\": \"max-pool\", \"size\": 5}", ".size", "window-too-large");
    first(all, "{\"layer\": \"average-pool\", \"size\": 5}", ".size", "window-too-large");
    first(all, residual(pool), ".layers", "residual-shape");
    first(all, residual("{\"layer\": \"flatten\"}"), ".layers", "residual-shape");
    first(
        all,
        residual(conv("\"filters\": 1, \"kernel\": 5")),
        ".layers[0].kernel",
        "window-too-large");
    String softmax = "{\"layer\": \"activation\", \"activation\": \"softmax\"}";
    all.add(new Refused(images(1, 1, 2, softmax), "network[0].activation", "softmax-on-image"));
    all.add(new Refused(images(1, 2, 2, pool + "," + pool), "network[1].size", "window-too-large"));
    all.add(new Refused(images(1, 4, 4, pool), "network[0]", "output-size"));
  }

  private static void sizes(List<Refused> all) {
    all.add(
        new Refused(
            images(1, 33, 33, conv("\"filters\": 4096, \"kernel\": 1") + "," + OUTPUT),
            "network[0]",
            "layer-too-large"));
    String deep =
        conv("\"filters\": 1000, \"kernel\": 1") + "," + conv("\"filters\": 100, \"kernel\": 9");
    all.add(new Refused(images(1, 9, 9, deep + "," + OUTPUT), "network", "too-many-parameters"));
    String pair = "{\"layer\": \"dense\", \"units\": 4096}," + OUTPUT;
    String wide = String.join(",", Collections.nCopies(30, pair));
    all.add(
        new Refused(
            Specs.SPIRAL
                .replace("\"examples\": 400", "\"examples\": 10000")
                .replaceAll("(?s)\"network\": \\[.*?],", "\"network\": [" + wide + "],"),
            "network",
            "network-too-large"));
    String slow = conv("\"filters\": 30, \"kernel\": 11, \"padding\": \"same\"");
    String layers = String.join(",", Collections.nCopies(35, slow));
    all.add(new Refused(images(9, 33, 33, layers + "," + OUTPUT), "network", "too-slow"));
  }

  /// The layer in front of the output.
  private static void first(List<Refused> all, String layer, String field, String code) {
    all.add(new Refused(images(1, 4, 4, layer + "," + OUTPUT), "network[0]" + field, code));
  }

  private static String conv(String fields) {
    return "{\"layer\": \"conv2d\", " + fields + "}";
  }

  private static String residual(String layers) {
    return "{\"layer\": \"residual\", \"layers\": [" + layers + "]}";
  }
}
