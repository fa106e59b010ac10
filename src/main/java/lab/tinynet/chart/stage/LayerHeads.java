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
    return widths.of(text, size, bold) <= room(column) - 0.3 * em;
  }

  /// The width above a column. Above the last one words may reach to the heading beside them: what
  /// stands below is narrower.
  private double room(Column column) {
    List<Column> columns = image.layout().columns();
    if (columns.size() < 2 || !column.equals(columns.getLast())) {
      return column.slot().width();
    }
    double middle = column.block().centerX();
    Column before = columns.get(columns.size() - 2);
    double left = middle - (before.block().right() + column.block().x()) / 2;
    double right = image.layout().side().x() - em - middle;
    return Math.max(column.slot().width(), 2 * Math.min(left, right));
  }

  private String title(Column column, int wording) {
    if (column.layer() == Column.INPUTS) {
      return wording == WORDINGS - 1 ? "x" : texts.text("stage.inputs");
    }
    Frame.LayerFrame layer = image.frame().layers().get(column.layer());
    if (column.isSlim()) {
      return LayerNames.number(layer.info());
    }
    return switch (wording) {
      case 0 -> names.full(layer.info());
      case 1 -> names.own(layer.info());
      default -> LayerNames.number(layer.info());
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
    String plain =
        wording > 0
            ? Integer.toString(units)
            : layer.info().rectifier()
                ? texts.text("stage.state.alive", "units", units)
                : texts.text(units == 1 ? "stage.state.unit" : "stage.state.units", "units", units);
    return column.layer() == names.output() ? output(column, plain) : plain;
  }

  /// Says of the last layer that it is the output, as far as there is room.
  private String output(Column column, String plain) {
    String whole = texts.text("stage.state.output", "state", plain);
    String role = texts.text("stage.layer.output");
    return fits(column, whole, em, false) ? whole : fits(column, role, em, false) ? role : plain;
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
    return "±" + Figure.of(reach(region));
  }

  /// The largest size of an input in a region, where the inputs' own scale ends.
  static double reach(Frame.Region region) {
    return Math.max(reach(region.minX(), region.maxX()), reach(region.minY(), region.maxY()));
  }

  private static double reach(double low, double high) {
    return Math.max(Math.abs(low), Math.abs(high));
  }
}
