package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Label.Align;
import lab.tinynet.chart.stage.Label.Role;

/// All words on the stage. Where a line does not fit, a shorter wording is taken, the same for all
/// columns; nothing is cut.
final class StageWords {
  private static final double TITLE = 1.17;
  private static final double TICK = 0.92;

  private final StageImage image;
  private final StageLayout layout;
  private final Texts texts;
  private final TextWidth widths;
  private final double em;
  private final List<Label> labels = new ArrayList<>();

  private StageWords(StageImage image, Texts texts, TextWidth widths) {
    this.image = image;
    this.layout = image.layout();
    this.texts = texts;
    this.widths = widths;
    this.em = layout.em();
  }

  static List<Label> of(StageImage image, Texts texts, TextWidth widths) {
    StageWords words = new StageWords(image, texts, widths);
    words.heads();
    words.labels.addAll(TileWords.of(image, texts, widths));
    words.skips();
    words.side();
    words.legends();
    return List.copyOf(words.labels);
  }

  private void heads() {
    LayerHeads heads = new LayerHeads(image, texts, widths);
    double title = layout.headTop() + 1.2 * em;
    for (LayerHeads.Head head : heads.all()) {
      double x = head.column().block().centerX();
      labels.add(new Label(head.title(), x, title, TITLE * em, true, Role.INK, Align.CENTER));
      Role role = head.alarm() ? Role.ALARM : Role.MUTED;
      labels.add(
          new Label(head.state(), x, title + 1.5 * em, em, head.alarm(), role, Align.CENTER));
    }
    if (layout.skipped() > 0) {
      for (int i = 1; i < layout.columns().size(); i++) {
        Column before = layout.columns().get(i - 1);
        Column after = layout.columns().get(i);
        if (after.place() > before.place() + 1) {
          double x = (before.block().right() + after.block().x()) / 2;
          String more = "… +" + (after.place() - before.place() - 1);
          double room = after.block().x() - before.block().right();
          double size = Math.min(em, fitting(more, room));
          labels.add(label(more, x, layout.area().centerY(), size, Role.MUTED, Align.CENTER));
        }
      }
    }
  }

  private void skips() {
    String word = texts.text("stage.skip");
    for (StageLayout.Skip skip : layout.skips()) {
      double from = skip.from().block().right();
      double to = skip.to().block().x();
      double y = skip.y() + 0.33 * em;
      labels.add(new Label(word, (from + to) / 2, y, 0.92 * em, false, Role.VALUE, Align.CENTER));
    }
  }

  /// The size at which a bold text takes a width.
  private double fitting(String text, double width) {
    return width / widths.of(text, 100, true) * 100;
  }

  private void side() {
    Box side = layout.side();
    double title = layout.headTop() + 1.2 * em;
    String name = texts.text(layout.maps() ? "stage.surface" : "stage.answer");
    if (!layout.alone()) {
      labels.add(new Label(name, side.x(), title, TITLE * em, true, Role.INK, Align.LEFT));
    }
    if (!layout.maps()) {
      labels.addAll(AnswerWords.bars(image, texts, widths));
      return;
    }
    List<Label> answer = AnswerWords.line(image, texts, widths);
    if (!layout.alone() && answer.isEmpty()) {
      labels.addAll(SurfaceWords.points(image, texts, widths, title + 1.5 * em));
    } else if (!layout.alone()) {
      labels.addAll(answer);
    }
    labels.addAll(SurfaceWords.axes(image, texts, widths));
  }

  private void legends() {
    StageScales scales = image.scales();
    layout
        .surfaceBar()
        .ifPresent(
            bar -> {
              if (scales.classes()) {
                classLabels(bar);
              } else {
                int first = labels.size();
                barLabels(bar, scales.outputCenter(), scales.outputHalf(), image.outputBeyond());
                List<Label> ends = List.copyOf(labels.subList(first, labels.size()));
                SurfaceWords.bar(image, texts, widths, ends).ifPresent(labels::add);
              }
            });
    if (layout.alone()) {
      return;
    }
    layout.unitsLegend().ifPresent(this::unitsLegend);
    layout.kernelsLegend().ifPresent(this::kernelsLegend);
    Box edges = layout.edgesLegend();
    boolean some = image.edges().shown() < image.edges().total();
    Object[] counts = {
      "shown", Figure.count(image.edges().shown()), "total", Figure.count(image.edges().total())
    };
    caption(
        edges,
        some
            ? List.of(
                texts.text("stage.legend.edges.some", counts),
                texts.text("stage.legend.edges.some.short", counts))
            : List.of(texts.text("stage.legend.edges"), texts.text("stage.legend.edges.short")));
    barLabels(bar(edges), 0, scales.weights(), 0);
    marks(edges);
  }

  /// What the marks at the tiles are: right of the legends, or below the inputs where the legends
  /// stand below the surface; left out where there is no room.
  private void marks(Box edges) {
    boolean biases = image.frame().layers().stream().anyMatch(layer -> layer.biases().length > 0);
    boolean scaled = layout.unitsLegend().isPresent();
    if (!biases && !scaled) {
      return;
    }
    String text =
        texts.text(
            biases && scaled ? "stage.marks" : biases ? "stage.marks.bias" : "stage.marks.beyond");
    double width = widths.of(text, TICK * em, false);
    boolean below = edges.x() >= layout.area().right();
    double x = below ? layout.area().x() : edges.right() + 1.5 * em;
    double y = below ? layout.area().bottom() - 0.3 * em : edges.y() + em;
    double right = x + width;
    boolean free =
        right <= layout.area().right()
            && (!below
                || layout.columns().stream()
                    .map(Column::block)
                    .allMatch(
                        block -> block.x() - 1.5 * em > right || block.bottom() < y - 2 * em));
    if (free) {
      labels.add(label(text, x, y, TICK * em, Role.MUTED, Align.LEFT));
    }
  }

  private void kernelsLegend(Box box) {
    String kernels = texts.text("stage.legend.kernels");
    caption(box, List.of(kernels, texts.text("stage.legend.kernels.short")));
    barLabels(bar(box), 0, image.scales().kernels(), 0);
  }

  private void unitsLegend(Box box) {
    caption(
        box,
        layout.maps()
            ? List.of(
                texts.text("stage.legend.units"),
                texts.text("stage.legend.units.medium"),
                texts.text("stage.legend.units.short"))
            : List.of(texts.text("stage.legend.values"), texts.text("stage.legend.values.short")));
    barLabels(bar(box), 0, image.scales().units(), image.unitsBeyond());
  }

  private void caption(Box legend, List<String> wordings) {
    Optional<String> fitting =
        wordings.stream().filter(text -> widths.of(text, em, false) <= legend.width()).findFirst();
    String text = fitting.orElse(wordings.getLast());
    double size =
        fitting.isPresent() ? em : em * legend.width() / Math.max(1, widths.of(text, em, false));
    labels.add(label(text, legend.x(), legend.y() + em, size, Role.MUTED, Align.LEFT));
  }

  private Box bar(Box legend) {
    return new Box(legend.x(), legend.y() + 1.65 * em, legend.width(), 0.5 * em);
  }

  /// The two ends and the middle; an angle says that there are values beyond an end.
  private void barLabels(Box bar, double center, double half, int beyond) {
    String low = (beyond & MapPainter.UNDER) != 0 ? "‹ " : "";
    String high = (beyond & MapPainter.OVER) != 0 ? " ›" : "";
    double y = bar.bottom() + 1.2 * em;
    double size = TICK * em;
    String lowEnd = low + Figure.of(center - half);
    String highEnd = (center == 0 ? Figure.signed(half) : Figure.of(center + half)) + high;
    labels.add(label(lowEnd, bar.x(), y, size, Role.MUTED, Align.LEFT));
    labels.add(label(Figure.of(center), bar.centerX(), y, size, Role.MUTED, Align.CENTER));
    labels.add(label(highEnd, bar.right(), y, size, Role.MUTED, Align.RIGHT));
  }

  private void classLabels(Box bar) {
    int classes = image.frame().output().info().units();
    for (int k = 0; k < classes; k++) {
      double x = bar.x() + (k + 0.5) / classes * bar.width();
      String text = Integer.toString(k + 1);
      labels.add(label(text, x, bar.bottom() + 1.2 * em, TICK * em, Role.MUTED, Align.CENTER));
    }
  }

  private static Label label(
      String text, double x, double baseline, double size, Role role, Align align) {
    return new Label(text, x, baseline, size, false, role, align);
  }
}
