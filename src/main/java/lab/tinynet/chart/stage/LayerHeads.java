package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ImageGrid;

/// The two lines above every column: its name, and the state of its units. All layers use the same,
/// the fullest, wording that fits everywhere.
final class LayerHeads {
  private static final int WORDINGS = 3;

  private final StageImage image;
  private final Texts texts;
  private final TextWidth widths;
  private final double em;
  private final LayerNames names;

  /// What stands above one column.
  record Head(Column column, String title, String state, boolean alarm) {}

  LayerHeads(StageImage image, Texts texts, TextWidth widths) {
    this.image = image;
    this.texts = texts;
    this.widths = widths;
    this.em = image.layout().em();
    this.names = LayerNames.of(texts, image.frame());
  }

  List<Head> all() {
    int title = 0;
    while (title < WORDINGS - 1 && !titlesFit(title)) {
      title++;
    }
    int state = 0;
    while (state < WORDINGS - 1 && !statesFit(state)) {
      state++;
    }
    boolean alike = image.layout().columns().stream().allMatch(Column::isTiles);
    List<Head> heads = new ArrayList<>();
    for (Column column : image.layout().columns()) {
      String name = title(column, alike ? title : titleFor(column));
      String what = state(column, alike ? state : stateFor(column));
      heads.add(
          new Head(
              column,
              fits(column, name, 1.17 * em, true) ? name : "",
              fits(column, what, em, alarm(column)) ? what : "",
              alarm(column)));
    }
    return heads;
  }

  /// The fullest wording that fits above a column, where layers are of many kinds anyway.
  private int titleFor(Column column) {
    int title = 0;
    while (title < WORDINGS - 1 && !fits(column, title(column, title), 1.17 * em, true)) {
      title++;
    }
    return title;
  }

  private int stateFor(Column column) {
    int state = 0;
    while (state < WORDINGS - 1 && !fits(column, state(column, state), em, alarm(column))) {
      state++;
    }
    return state;
  }

  private boolean titlesFit(int wording) {
    return image.layout().columns().stream()
        .filter(column -> !column.isSlim())
        .allMatch(column -> fits(column, title(column, wording), 1.17 * em, true));
  }

  private boolean statesFit(int wording) {
    return image.layout().columns().stream()
        .filter(column -> !column.isSlim())
        .allMatch(column -> fits(column, state(column, wording), em, alarm(column)));
  }

  private boolean fits(Column column, String text, double size, boolean bold) {
    return widths.of(text, size, bold) <= column.slot().width() - 0.3 * em;
  }

  private String title(Column column, int wording) {
    if (column.layer() == Column.INPUTS) {
      return wording == WORDINGS - 1 ? "x" : texts.text("stage.inputs");
    }
    Frame.LayerFrame layer = image.frame().layers().get(column.layer());
    boolean output = column.layer() == names.output();
    if (column.isSlim()) {
      return LayerNames.number(layer.info());
    }
    return switch (wording) {
      case 0 -> names.full(layer.info(), column.layer());
      case 1 -> output ? names.layer(layer.info(), column.layer()) : names.own(layer.info());
      default -> output ? texts.text("stage.layer.output.short") : LayerNames.number(layer.info());
    };
  }

  private boolean alarm(Column column) {
    return column.layer() != Column.INPUTS
        && LayerNames.dead(image.frame().layers().get(column.layer()).dead()) > 0;
  }

  private String state(Column column, int wording) {
    if (column.layer() == Column.INPUTS) {
      return inputState(wording);
    }
    Frame.LayerFrame layer = image.frame().layers().get(column.layer());
    int units = layer.info().units();
    int dead = LayerNames.dead(layer.dead());
    if (dead > 0 && column.isSlim()) {
      return "† " + dead;
    }
    if (dead > 0) {
      return switch (wording) {
        case 0 -> texts.text("stage.state.dead", "dead", dead, "units", units);
        case 1 -> texts.text("stage.state.dead.short", "dead", dead, "units", units);
        default -> "† " + dead;
      };
    }
    if (column.isSlim()) {
      return "";
    }
    if (layer.info().grid().isPresent()) {
      ImageGrid image = layer.info().grid().get();
      return switch (wording) {
        case 0, 1 -> image.toString();
        default -> Integer.toString(units);
      };
    }
    if (wording > 0) {
      return Integer.toString(units);
    }
    if (layer.info().rectifier()) {
      return texts.text("stage.state.alive", "units", units);
    }
    return texts.text(units == 1 ? "stage.state.unit" : "stage.state.units", "units", units);
  }

  /// The range of the inputs' own scale.
  private String inputState(int wording) {
    Frame.Region region = image.frame().region();
    int inputs = image.frame().layers().getFirst().info().inputs();
    if (!image.layout().maps() && wording < 2 && image.frame().inputImage().isPresent()) {
      return image.frame().inputImage().get().toString();
    }
    if (!image.layout().maps() || wording > 0) {
      return wording > 0 ? "" : texts.text("stage.state.inputs", "units", inputs);
    }
    double limit =
        Math.max(reach(region.minX(), region.maxX()), reach(region.minY(), region.maxY()));
    return "±" + Figure.of(limit);
  }

  private static double reach(double low, double high) {
    return Math.max(Math.abs(low), Math.abs(high));
  }
}
