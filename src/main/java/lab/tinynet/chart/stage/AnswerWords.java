package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Label.Align;
import lab.tinynet.chart.stage.Label.Role;
import lab.tinynet.telemetry.Frame;

/// What the network says to the input that is followed through it: beside the bars where there is
/// no surface, else a line above the surface.
final class AnswerWords {
  private final StageImage image;
  private final StageLayout layout;
  private final TextWidth widths;
  private final PointNames names;
  private final double em;
  private final List<Label> labels = new ArrayList<>();

  private AnswerWords(StageImage image, Texts texts, TextWidth widths) {
    this.image = image;
    this.layout = image.layout();
    this.widths = widths;
    this.names = new PointNames(texts, image.cloud());
    this.em = layout.em();
  }

  /// The names and numbers of the bars.
  static List<Label> bars(StageImage image, Texts texts, TextWidth widths) {
    AnswerWords words = new AnswerWords(image, texts, widths);
    OutputRows.of(image.frame(), image.layout()).ifPresent(words::rows);
    return words.labels;
  }

  /// The line above the surface; empty when nobody chose a point.
  static List<Label> line(StageImage image, Texts texts, TextWidth widths) {
    AnswerWords words = new AnswerWords(image, texts, widths);
    image.frame().forward().filter(Frame.Forward::wished).ifPresent(words::chosen);
    return words.labels;
  }

  private void chosen(Frame.Forward forward) {
    double[] said = forward.outputs().get(image.frame().order().output());
    line(names.point(forward, said));
  }

  private void rows(OutputRows rows) {
    line(names.example(image.frame().forward().orElseThrow()));
    boolean several = rows.outputs().length > 1;
    for (int i = 0; i < rows.shown(); i++) {
      Box row = rows.row(i);
      double y = row.centerY() + 0.35 * em;
      boolean wanted = several && rows.target().map(OutputRows::largest).equals(Optional.of(i));
      String name = several ? Integer.toString(i + 1) : "ŷ";
      Role role = wanted ? Role.INK : Role.MUTED;
      labels.add(new Label(name, row.x() + 0.6 * em, y, em, wanted, role, Align.LEFT));
      add(Figure.of(rows.outputs()[i]), row.right(), y, Align.RIGHT);
    }
    if (rows.shares()) {
      Box last = rows.bar(rows.shown() - 1, em);
      Box row = rows.row(rows.shown() - (rows.folded() > 0 ? 0 : 1));
      double y = row.bottom() + 0.7 * em;
      for (int end = 0; end <= 1; end++) {
        double x = last.x() + end * last.width();
        String tick = Integer.toString(end);
        labels.add(new Label(tick, x, y, 0.92 * em, false, Role.MUTED, Align.CENTER));
      }
    }
    if (rows.folded() > 0) {
      Box row = rows.row(rows.shown());
      add("… +" + rows.folded(), row.x() + 0.6 * em, row.centerY() + 0.35 * em, Align.LEFT);
    }
  }

  /// The first wording that fits beside the network.
  private void line(List<String> wordings) {
    wordings.stream()
        .filter(text -> widths.of(text, em, false) <= layout.side().width())
        .findFirst()
        .ifPresent(text -> add(text, layout.side().x(), layout.headTop() + 2.7 * em, Align.LEFT));
  }

  private void add(String text, double x, double baseline, Align align) {
    labels.add(new Label(text, x, baseline, em, false, Role.MUTED, align));
  }
}
