package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Label.Align;
import lab.tinynet.chart.stage.Label.Role;
import lab.tinynet.telemetry.Frame;

/// The words around the decision surface: numbers and names of its axes, the name of its colour
/// bar, and what its points are. A name that has no room is left out.
final class SurfaceWords {
  private static final double TICK = 0.92;

  private final StageImage image;
  private final StageLayout layout;
  private final Texts texts;
  private final TextWidth widths;
  private final double em;
  private final double size;
  private final List<Label> labels = new ArrayList<>();

  private SurfaceWords(StageImage image, Texts texts, TextWidth widths) {
    this.image = image;
    this.layout = image.layout();
    this.texts = texts;
    this.widths = widths;
    this.em = layout.em();
    this.size = TICK * em;
  }

  /// Numbers and names along the axes.
  static List<Label> axes(StageImage image, Texts texts, TextWidth widths) {
    SurfaceWords words = new SurfaceWords(image, texts, widths);
    words.across();
    words.up();
    return words.labels;
  }

  /// What the points are.
  static List<Label> points(StageImage image, Texts texts, TextWidth widths, double baseline) {
    SurfaceWords words = new SurfaceWords(image, texts, widths);
    words.points(baseline);
    return words.labels;
  }

  /// The name of the colour bar, between its middle and its upper end.
  ///
  /// @param ends the numbers at the bar, which it must not touch
  static Optional<Label> bar(StageImage image, Texts texts, TextWidth widths, List<Label> ends) {
    SurfaceWords words = new SurfaceWords(image, texts, widths);
    return words.layout.surfaceBar().flatMap(bar -> words.bar(bar, ends));
  }

  private void across() {
    Box side = layout.side();
    Frame.Region region = image.frame().region();
    double y = side.bottom() + 1.2 * em;
    for (double tick : AxisTicks.of(region.minX(), region.maxX())) {
      double share = (tick - region.minX()) / (region.maxX() - region.minX());
      String text = Figure.of(tick);
      double half = widths.of(text, size, false) / 2;
      double x = Math.clamp(side.x() + share * side.width(), side.x() + half, side.right() - half);
      labels.add(label(text, x, y, Align.CENTER));
    }
    Label end = label(LayerNames.input(0), side.right(), y, Align.RIGHT);
    Label between = labels.size() < 2 ? end : halfway(LayerNames.input(0), Align.CENTER);
    addFree(List.of(end, between));
  }

  private void up() {
    int first = labels.size();
    Box side = layout.side();
    Frame.Region region = image.frame().region();
    double x = side.x() - 0.4 * em;
    for (double tick : AxisTicks.of(region.minY(), region.maxY())) {
      double share = (tick - region.minY()) / (region.maxY() - region.minY());
      double y =
          Math.clamp(
              side.bottom() - share * side.height() + 0.35 * size,
              side.y() + 0.75 * size,
              side.bottom());
      labels.add(label(Figure.of(tick), x, y, Align.RIGHT));
    }
    Label end = label(LayerNames.input(1), x, side.y() + 0.75 * size, Align.RIGHT);
    Label between = labels.size() < first + 2 ? end : halfway(LayerNames.input(1), Align.RIGHT);
    addFree(List.of(end, between));
  }

  /// Halfway between the two numbers that were written last.
  private Label halfway(String name, Align align) {
    Label last = labels.getLast();
    Label before = labels.get(labels.size() - 2);
    return label(
        name, (last.x() + before.x()) / 2, (last.baseline() + before.baseline()) / 2, align);
  }

  /// Writes the first of the labels that lies over no other.
  private void addFree(List<Label> wanted) {
    wanted.stream().filter(label -> isFree(label, labels)).findFirst().ifPresent(labels::add);
  }

  private boolean isFree(Label label, List<Label> others) {
    Box box = label.box(widths).grown(0.2 * em);
    return others.stream().noneMatch(other -> other.box(widths).overlaps(box));
  }

  private Optional<Label> bar(Box bar, List<Label> ends) {
    int units = image.frame().output().info().units();
    String name =
        units == 1
            ? texts.text("stage.bar.output")
            : texts.text("stage.bar.output.unit", "unit", image.scales().surfaceOutput() + 1);
    double x = bar.x() + 0.75 * bar.width();
    Label label = label(name, x, bar.bottom() + 1.2 * em, Align.CENTER);
    return Optional.of(label).filter(free -> isFree(free, ends));
  }

  /// Full and hollow points, and the colours of two classes where there is room for them.
  private void points(double baseline) {
    PointCloud cloud = image.cloud();
    if (cloud.size() == 0) {
      return;
    }
    boolean test = cloud.train() < cloud.size();
    String text = texts.text(test ? "stage.points" : "stage.points.train");
    double room = layout.side().width();
    double width = widths.of(text, em, false);
    if (width > room) {
      return;
    }
    double x = layout.side().x();
    labels.add(new Label(text, x, baseline, em, false, Role.MUTED, Align.LEFT));
    if (image.scales().classes() || cloud.twoTargets().isEmpty()) {
      return;
    }
    double[] targets = cloud.twoTargets().get();
    String low = "● " + Figure.of(targets[0]);
    String high = "● " + Figure.signed(targets[1]);
    String both = texts.text("stage.points.target");
    x += width + 1.2 * em;
    double[] starts = {
      x,
      x + widths.of(both, em, false) + 0.5 * em,
      x + widths.of(both, em, false) + widths.of(low, em, false) + 1.1 * em
    };
    if (starts[2] + widths.of(high, em, false) > layout.side().right()) {
      return;
    }
    labels.add(new Label(both, starts[0], baseline, em, false, Role.MUTED, Align.LEFT));
    labels.add(new Label(low, starts[1], baseline, em, false, Role.NEGATIVE, Align.LEFT));
    labels.add(new Label(high, starts[2], baseline, em, false, Role.POSITIVE, Align.LEFT));
  }

  private Label label(String text, double x, double baseline, Align align) {
    return new Label(text, x, baseline, size, false, Role.MUTED, align);
  }
}
