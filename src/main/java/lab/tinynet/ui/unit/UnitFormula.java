package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Figure;
import lab.tinynet.chart.stage.LayerNames;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.telemetry.Frame;

/// What a unit computes, in lines: the formula, the numbers of the input that is followed put in,
/// and what comes out.
final class UnitFormula {
  /// Terms of a sum that are written out, at most: the largest ones.
  private static final int MOST_TERMS = 4;

  /// How a line begins that goes on with the left side of the line before.
  static final String EQUALS = "  = ";

  /// A sign keeps to the number behind it, so that a line breaks before it.
  private static final char NO_BREAK = '\u00a0';

  private final UnitInputs inputs;
  private final Frame.Forward forward;
  private final LayerNames names;
  private final Texts texts;
  private final int spot;
  private final double z;
  private final double a;
  private final List<String> lines = new ArrayList<>();

  private UnitFormula(UnitInputs inputs, Frame.Forward forward, Texts texts) {
    this.inputs = inputs;
    this.forward = forward;
    this.texts = texts;
    this.names = LayerNames.of(texts, inputs.frame());
    this.spot = inputs.spot(forward);
    this.z = forward.preActivations().get(inputs.place().layer())[spot];
    this.a = forward.outputs().get(inputs.place().layer())[spot];
  }

  static List<String> lines(UnitInputs inputs, Frame.Forward forward, Texts texts) {
    UnitFormula formula = new UnitFormula(inputs, forward, texts);
    formula.write();
    return List.copyOf(formula.lines);
  }

  private void write() {
    inputs
        .rowAndColumn(spot)
        .ifPresent(at -> lines.add(texts.text("ui.unit.spot", "row", at[0], "column", at[1])));
    switch (inputs.spec()) {
      case LayerSpec.Dense _, LayerSpec.Conv2d _ -> {
        sum();
        activation();
      }
      case LayerSpec.Activated _ -> {
        lines.add("z = " + Figure.of(z));
        activation();
      }
      case LayerSpec.MaxPool _ -> window("max");
      case LayerSpec.AveragePool _ -> window("mean");
      case LayerSpec.BatchNorm _, LayerSpec.LayerNorm _ -> normalisation();
      case LayerSpec.Residual _ -> {
        double skipped = inputs.skipped(forward)[spot];
        double inside = inputs.read(forward)[spot];
        lines.add("a = x + F(x)");
        lines.add(EQUALS + Figure.of(skipped) + " + " + bracketed(inside));
        lines.add(EQUALS + Figure.of(a));
      }
      case LayerSpec.Flatten _, LayerSpec.Dropout _ -> lines.add("a = x = " + Figure.of(a));
    }
  }

  private void sum() {
    Frame.LayerFrame layer = inputs.layerFrame();
    double[] x = inputs.window(forward, spot);
    int unit = inputs.place().unit();
    int units = layer.info().units();
    boolean biased = layer.biases().length > 0;
    boolean convolution = inputs.spec() instanceof LayerSpec.Conv2d;
    lines.add("z = Σ " + (convolution ? "Kᵢ" : "wᵢ") + "·xᵢ" + (biased ? " + b" : ""));
    List<Integer> kept =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    i -> -Math.abs(layer.weights()[i * units + unit] * x[i])))
            .limit(x.length <= MOST_TERMS + 1 ? MOST_TERMS + 1 : MOST_TERMS)
            .toList();
    StringBuilder line = new StringBuilder(EQUALS);
    for (int i : kept) {
      double w = layer.weights()[i * units + unit];
      append(line, w, "·" + bracketed(x[i]));
    }
    if (kept.size() < x.length) {
      String more = texts.text("ui.unit.terms", "count", x.length - kept.size());
      line.append(" +").append(NO_BREAK).append(more.replace(' ', NO_BREAK));
    }
    if (biased) {
      append(line, layer.biases()[unit], "");
    }
    lines.add(line.toString());
    lines.add(EQUALS + Figure.of(z));
  }

  /// Appends a term with its sign as the sum's sign.
  private static void append(StringBuilder line, double factor, String rest) {
    boolean first = line.length() == EQUALS.length();
    boolean negative = factor < 0;
    if (first) {
      line.append(negative ? "−" : "");
    } else {
      line.append(negative ? " −" : " +").append(NO_BREAK);
    }
    line.append(Figure.of(Math.abs(factor))).append(rest);
  }

  private static String bracketed(double value) {
    return value < 0 ? "(" + Figure.of(value) + ")" : Figure.of(value);
  }

  private void activation() {
    var info = inputs.layerFrame().info();
    String result = Figure.of(a);
    switch (info.activation()) {
      case "identity" -> lines.add("a = z = " + result);
      case "softmax" -> {
        String index = LayerNames.subscript(inputs.place().unit() + 1);
        lines.add("a = exp(z" + index + ") / Σ exp(zₖ) = " + result);
      }
      default -> {
        String f = names.activation(info);
        lines.add("a = " + f + "(z) = " + f + "(" + Figure.of(z) + ") = " + result);
      }
    }
  }

  private void window(String what) {
    double[] window = inputs.window(forward, spot);
    String shown =
        IntStream.range(0, Math.min(window.length, 2 * MOST_TERMS))
            .mapToObj(i -> Figure.of(window[i]))
            .reduce((left, right) -> left + ", " + right)
            .orElse("");
    int left = window.length - 2 * MOST_TERMS;
    String rest = left > 0 ? ", " + texts.text("ui.unit.values", "count", left) : "";
    lines.add("a = " + what + " {" + shown + rest + "}");
    lines.add(EQUALS + Figure.of(a));
  }

  private void normalisation() {
    Frame.Scaling scaling = inputs.layerFrame().scaling().orElseThrow();
    boolean batch = inputs.spec() instanceof LayerSpec.BatchNorm;
    int at = batch ? inputs.place().unit() : spot;
    double mean;
    double variance;
    if (batch) {
      mean = scaling.mean()[at];
      variance = scaling.variance()[at];
    } else {
      double[] all = forward.preActivations().get(inputs.place().layer());
      mean = IntStream.range(0, all.length).mapToDouble(i -> all[i]).average().orElseThrow();
      variance = 0;
      for (double one : all) {
        variance += (one - mean) * (one - mean) / all.length;
      }
    }
    double gamma = scaling.gamma()[at];
    double beta = scaling.beta()[at];
    lines.add("a = γ·(x − μ) / √(σ² + ε) + β");
    lines.add(
        EQUALS
            + bracketed(gamma)
            + "·("
            + Figure.of(z)
            + " − "
            + bracketed(mean)
            + ") / √("
            + Figure.of(variance)
            + " + 1e−5)"
            + (beta < 0 ? " − " : " + ")
            + Figure.of(Math.abs(beta)));
    lines.add(EQUALS + Figure.of(a));
  }
}
