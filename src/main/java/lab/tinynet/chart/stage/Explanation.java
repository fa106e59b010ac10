package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ImageGrid;
import lab.tinynet.telemetry.LayerInfo;

/// Puts into words what is under the pointer: its name, its numbers, and what it is.
final class Explanation {
  private final StageImage image;
  private final Frame frame;
  private final Texts texts;
  private final LayerNames names;

  Explanation(StageImage image, Texts texts) {
    this.image = image;
    this.frame = image.frame();
    this.texts = texts;
    this.names = LayerNames.of(texts, frame);
  }

  ReadOut of(Target target, double x, double y) {
    return switch (target) {
      case Target.Input input -> input(input, x, y);
      case Target.Unit unit -> unit(unit, x, y);
      case Target.Bias bias -> bias(bias);
      case Target.Weight weight -> weight(weight);
      case Target.Surface surface -> surface(surface, x, y);
      case Target.Legend legend -> legend(legend);
    };
  }

  private ReadOut input(Target.Input target, double x, double y) {
    String name = LayerNames.input(target.input());
    List<String> figures = new ArrayList<>();
    Optional<Column> column = image.layout().column(Column.INPUTS);
    if (image.layout().maps() && column.isPresent()) {
      Box tile = column.get().tile(target.input());
      Frame.Region region = frame.region();
      double value =
          target.input() == 0
              ? region.minX() + (x - tile.x()) / tile.width() * (region.maxX() - region.minX())
              : region.maxY() - (y - tile.y()) / tile.height() * (region.maxY() - region.minY());
      figures.add(name + " = " + Figure.of(value));
      figures.add(texts.text("stage.input.range", "limit", Figure.of(LayerHeads.reach(region))));
    } else {
      frame
          .forward()
          .filter(forward -> target.input() < forward.input().length)
          .ifPresent(
              forward -> figures.add(name + " = " + Figure.of(forward.input()[target.input()])));
    }
    return new ReadOut(
        target,
        texts.text("stage.input", "input", name),
        figures,
        texts.text(
            image.layout().maps() ? "stage.input.definition" : "stage.input.definition.example"));
  }

  private ReadOut unit(Target.Unit target, double x, double y) {
    Frame.LayerFrame layer = frame.layers().get(target.layer());
    List<String> figures = new ArrayList<>();
    figures.add(formula(layer.info(), target.layer(), layer.biases().length > 0));
    Optional<Box> tile =
        image.layout().column(target.layer()).map(column -> column.tile(target.unit()));
    if (layer.maps().length > target.unit()
        && image.layout().column(target.layer()).orElseThrow().isTiles()) {
      tile.ifPresent(box -> figures.add(here(layer.maps()[target.unit()], box, x, y)));
    } else {
      tile.flatMap(box -> followed(target, box, x, y)).ifPresent(figures::add);
    }
    layer.scaling().ifPresent(scaling -> scaling(scaling, target.unit(), figures));
    if (layer.biases().length > target.unit()) {
      figures.add(texts.text("stage.bias.value", "value", signed(layer.biases()[target.unit()])));
    }
    if (layer.info().kind().equals("dense") && layer.fanIn() == sources(target.layer())) {
      figures.add(strongest(layer, target));
    }
    return new ReadOut(
        target,
        names.unit(layer.info(), target.layer(), target.unit()),
        figures,
        definition(layer, target));
  }

  private String definition(Frame.LayerFrame layer, Target.Unit target) {
    boolean dead = target.unit() < layer.dead().length && layer.dead()[target.unit()];
    boolean output = target.layer() == names.output();
    if (dead) {
      return texts.text("stage.unit.dead");
    }
    if (image.layout().maps()) {
      return texts.text(
          layer.info().rectifier()
              ? "stage.unit.alive"
              : output ? "stage.unit.output" : "stage.unit.smooth");
    }
    return texts.text(layer.info().rectifier() ? "stage.unit.alive.value" : "stage.unit.value");
  }

  /// Numbers that a layer takes from the units before it, one each.
  private int sources(int layer) {
    int source = frame.order().source(layer);
    return source == Column.INPUTS
        ? frame.layers().getFirst().info().inputs()
        : frame.layers().get(source).info().units();
  }

  /// What the unit puts out for the input that is followed; of a channel at the pixel.
  private Optional<String> followed(Target.Unit target, Box tile, double x, double y) {
    Optional<ImageGrid> grid = frame.layers().get(target.layer()).info().grid();
    return TileValues.of(frame, target.layer(), target.unit())
        .map(
            values -> {
              double value = values[0];
              if (grid.isPresent() && values.length > 1) {
                int height = grid.get().height();
                int width = grid.get().width();
                Box place = PixelPainter.fitted(tile, height, width);
                int row = (int) ((y - place.y()) / place.height() * height);
                int column = (int) ((x - place.x()) / place.width() * width);
                value =
                    values[
                        Math.clamp(row, 0, height - 1) * width + Math.clamp(column, 0, width - 1)];
              }
              return texts.text("stage.value.here", "value", Figure.of(value));
            });
  }

  private void scaling(Frame.Scaling scaling, int unit, List<String> figures) {
    if (scaling.gamma().length == scaling.before().length) {
      figures.add(
          "γ = " + Figure.of(scaling.gamma()[unit]) + ", β = " + Figure.of(scaling.beta()[unit]));
    }
    figures.add(
        texts.text(
            "stage.scaling",
            "before",
            moments(scaling.before()[unit]),
            "after",
            moments(scaling.after()[unit])));
  }

  private static String moments(Frame.Moments moments) {
    return Figure.of(moments.mean()) + " ± " + Figure.of(moments.std());
  }

  /// The formula of a layer's units: `ReLU(Σ w · output of dense 1 + b)`.
  private String formula(LayerInfo info, int layer, boolean biased) {
    int from = frame.order().source(layer);
    String source =
        from == Column.INPUTS
            ? texts.text("stage.source.inputs")
            : texts.text(
                "stage.source.layer", "layer", names.layer(frame.layers().get(from).info(), from));
    String sum =
        switch (info.kind()) {
          case "dense" -> texts.text(biased ? "stage.sum.biased" : "stage.sum", "source", source);
          case "activation" -> source;
          default -> texts.text("stage.does." + info.kind(), "source", source);
        };
    return switch (info.activation()) {
      case "identity" -> texts.text("stage.formula.identity", "sum", sum);
      default -> texts.text("stage.formula", "activation", names.activation(info), "sum", sum);
    };
  }

  private String here(float[] map, Box box, double x, double y) {
    double value = Pointing.value(map, frame.resolution(), box, x, y);
    return texts.text("stage.value.here", "value", Figure.of(value));
  }

  private String strongest(Frame.LayerFrame layer, Target.Unit target) {
    int units = layer.info().units();
    int inputs = layer.weights().length / Math.max(1, units);
    int strongest = 0;
    for (int i = 1; i < inputs; i++) {
      double size = Math.abs(layer.weights()[i * units + target.unit()]);
      if (size > Math.abs(layer.weights()[strongest * units + target.unit()])) {
        strongest = i;
      }
    }
    double weight = layer.weights()[strongest * units + target.unit()];
    return texts.text(
        "stage.unit.weights",
        "count",
        inputs,
        "value",
        signed(weight),
        "source",
        sourceName(target.layer(), strongest));
  }

  /// What a layer's weight takes its input from: `x₁`, or a unit of the layer before.
  private String sourceName(int layer, int from) {
    int source = frame.order().source(layer);
    return source == Column.INPUTS
        ? LayerNames.input(from)
        : names.unit(frame.layers().get(source).info(), source, from);
  }

  private ReadOut bias(Target.Bias target) {
    Frame.LayerFrame layer = frame.layers().get(target.layer());
    String unit = names.unit(layer.info(), target.layer(), target.unit());
    return new ReadOut(
        target,
        texts.text("stage.bias", "unit", unit),
        List.of(texts.text("stage.bias.value", "value", signed(layer.biases()[target.unit()]))),
        texts.text("stage.bias.definition"));
  }

  private ReadOut weight(Target.Weight target) {
    Frame.LayerFrame layer = frame.layers().get(target.layer());
    double weight = layer.weights()[target.from() * layer.info().units() + target.unit()];
    String unit = names.unit(layer.info(), target.layer(), target.unit());
    String source = sourceName(target.layer(), target.from());
    List<String> figures = new ArrayList<>();
    figures.add(texts.text("stage.weight.value", "value", signed(weight)));
    if (isDead(target.layer(), target.unit())
        || isDead(frame.order().source(target.layer()), target.from())) {
      figures.add(texts.text("stage.weight.dead"));
    }
    return new ReadOut(
        target,
        texts.text("stage.weight", "source", source, "unit", unit),
        figures,
        texts.text("stage.weight.definition", "source", source, "unit", unit));
  }

  private boolean isDead(int layer, int unit) {
    return layer >= 0
        && unit < frame.layers().get(layer).dead().length
        && frame.layers().get(layer).dead()[unit];
  }

  private ReadOut surface(Target.Surface target, double x, double y) {
    List<String> figures = new ArrayList<>();
    figures.add("x₁ = " + Figure.of(target.x1()) + ", x₂ = " + Figure.of(target.x2()));
    float[][] maps = frame.output().maps();
    Box side = image.layout().side();
    if (!image.scales().classes()) {
      figures.add(here(maps[image.scales().surfaceOutput()], side, x, y));
    } else {
      for (int k = 0; k < Math.min(maps.length, 10); k++) {
        double value = Pointing.value(maps[k], frame.resolution(), side, x, y);
        figures.add(texts.text("stage.value.class", "class", k + 1, "value", Figure.of(value)));
      }
    }
    String what = image.scales().classes() ? "stage.surface.classes" : "stage.surface.definition";
    String zero = Figure.of(image.scales().outputCenter());
    return new ReadOut(
        target, texts.text("stage.surface"), figures, texts.text(what, "zero", zero));
  }

  private ReadOut legend(Target.Legend target) {
    StageScales scales = image.scales();
    return switch (target.kind()) {
      case OUTPUT ->
          new ReadOut(
              target,
              texts.text("stage.legend.output"),
              List.of(),
              texts.text("stage.legend.output.definition"));
      case UNITS ->
          new ReadOut(
              target,
              texts.text(image.layout().maps() ? "stage.legend.units" : "stage.legend.values"),
              List.of("±" + Figure.of(scales.units())),
              texts.text(
                  image.layout().maps()
                      ? "stage.legend.units.definition"
                      : "stage.legend.values.definition"));
      case KERNELS ->
          new ReadOut(
              target,
              texts.text("stage.legend.kernels"),
              List.of("±" + Figure.of(scales.kernels())),
              texts.text("stage.legend.kernels.definition"));
      case EDGES ->
          new ReadOut(
              target,
              texts.text("stage.legend.edges"),
              List.of("±" + Figure.of(scales.weights())),
              texts.text("stage.legend.edges.definition"));
    };
  }

  private static String signed(double value) {
    return Figure.signed(value);
  }
}
