package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Label.Align;
import lab.tinynet.chart.stage.Label.Role;
import lab.tinynet.telemetry.Frame;

/// The words on and beside the tiles: names, numbers, deaths, what is folded away.
final class TileWords {
  private static final Character.UnicodeScript HAN = Character.UnicodeScript.HAN;

  /// The type below which a number rather loses a digit, in em.
  private static final double READABLE = 0.75;

  private final Frame frame;
  private final StageLayout layout;
  private final Texts texts;
  private final TextWidth widths;
  private final double em;
  private final List<Label> labels = new ArrayList<>();

  private TileWords(StageImage image, Texts texts, TextWidth widths) {
    this.frame = image.frame();
    this.layout = image.layout();
    this.texts = texts;
    this.widths = widths;
    this.em = layout.em();
  }

  static List<Label> of(StageImage image, Texts texts, TextWidth widths) {
    TileWords words = new TileWords(image, texts, widths);
    for (Column column : words.layout.columns()) {
      switch (column.kind()) {
        case Column.Kind.Tiles() -> words.tiles(column);
        case Column.Kind.Slim() -> words.slim(column);
        case Column.Kind.Picture _ -> {}
      }
    }
    return words.labels;
  }

  private void tiles(Column column) {
    if (column.folded() > 0) {
      fold(column);
    }
    boolean input = column.layer() == Column.INPUTS;
    boolean numbers = writesNumbers(column);
    for (int unit = 0; unit < column.shown(); unit++) {
      Box tile = column.tile(unit);
      if (!input) {
        besides(column, unit);
      }
      if (numbers && number(column, unit, tile)) {
        continue;
      }
      if (!input && EdgeModel.isDead(frame, column, unit)) {
        deadWord(tile);
      } else if (input || isPlain(column)) {
        name(column, unit, tile);
      }
    }
  }

  private void fold(Column column) {
    Box box = column.fold();
    String count = "+" + Figure.count(column.folded());
    boolean roomy = fitting("… " + count, box.width() + 0.3 * em) >= 0.7 * em;
    String more = roomy ? "… " + count : count;
    double size = Math.min(0.85 * em, fitting(more, box.width() + 0.5 * em));
    add(more, box.centerX(), box.centerY() + 0.35 * size, size, Role.MUTED, Align.CENTER);
  }

  /// Whether a tile shows neither map nor picture, so that there is room for its unit's number.
  private boolean isPlain(Column column) {
    return frame.layers().get(column.layer()).maps().length == 0 && !isImage(column);
  }

  private boolean isImage(Column column) {
    return column.layer() == Column.INPUTS
        ? frame.inputImage().isPresent()
        : frame.layers().get(column.layer()).info().grid().isPresent();
  }

  /// Whether the numbers of the input that is followed stand on the tiles: when somebody chose it.
  private boolean writesNumbers(Column column) {
    return frame.forward().filter(Frame.Forward::wished).isPresent() && !isImage(column);
  }

  private boolean number(Column column, int unit, Box tile) {
    Frame.Forward forward = frame.forward().orElseThrow();
    boolean input = column.layer() == Column.INPUTS;
    double[] all = input ? forward.input() : forward.outputs().get(column.layer());
    // The spot behind a number is a little wider than it and must not reach the border either.
    double room = 0.82 * tile.width();
    String text = Figure.of(all[unit]);
    for (int digits = 2; digits > 0 && fitting(text, room) < READABLE * em; digits--) {
      text = Figure.of(all[unit], digits);
    }
    double size = Math.min(0.92 * em, fitting(text, room));
    if (size < 0.6 * em) {
      return false;
    }
    double y = tile.centerY() + 0.35 * size;
    add(text, tile.centerX(), y, size, Role.VALUE, Align.CENTER);
    return true;
  }

  private void deadWord(Box tile) {
    String dead = texts.text("stage.dead");
    double size = Math.min(1.05 * em, fitting(dead, 0.84 * tile.width()));
    if (size >= 0.66 * em && tile.width() >= 1.6 * em) {
      double y = tile.centerY() + 0.35 * size;
      labels.add(new Label(dead, tile.centerX(), y, size, true, Role.ALARM, Align.CENTER));
    }
  }

  private void name(Column column, int unit, Box tile) {
    boolean input = column.layer() == Column.INPUTS;
    String name = input ? LayerNames.input(unit) : Integer.toString(unit + 1);
    if (input && (layout.maps() || isImage(column))) {
      double x = tile.x() - 0.45 * em;
      double width = widths.of(name, em, false);
      if (x - width >= column.slot().x()) {
        add(name, x, tile.centerY() + 0.35 * em, em, Role.MUTED, Align.RIGHT);
      }
      return;
    }
    double size = Math.min(em, fitting(name, 0.8 * tile.width()));
    if (size >= 0.6 * em) {
      Role role = frame.forward().isPresent() ? Role.VALUE : Role.MUTED;
      add(name, tile.centerX(), tile.centerY() + 0.35 * size, size, role, Align.CENTER);
    }
  }

  /// Kernels that have no room, γ and β of a normalisation.
  private void besides(Column column, int unit) {
    Frame.LayerFrame layer = frame.layers().get(column.layer());
    Kernels.of(frame, column.layer())
        .filter(kernels -> kernels.folded() > 0)
        .ifPresent(kernels -> moreKernels(kernels, column, unit));
    layer
        .scaling()
        .filter(_ -> ScalingGlyph.isWritten(layout, column))
        .filter(scaling -> scaling.gamma().length == layer.info().units())
        .ifPresent(
            scaling -> {
              Box tile = column.tile(unit);
              double x = tile.right() + 0.45 * em;
              double size = 0.78 * em;
              double y = tile.y() + 0.45 * tile.height() + 1.1 * size;
              String gamma = "γ " + Figure.of(scaling.gamma()[unit]);
              String beta = "β " + Figure.of(scaling.beta()[unit]);
              add(gamma, x, y, size, Role.MUTED, Align.LEFT);
              add(beta, x, y + 1.2 * size, size, Role.MUTED, Align.LEFT);
            });
  }

  private void moreKernels(Kernels kernels, Column column, int unit) {
    Box place = kernels.place(Kernels.lead(layout, column, unit), kernels.shown());
    String more = "+" + kernels.folded();
    double size = Math.min(0.8 * em, fitting(more, place.width()));
    if (size >= 0.5 * em) {
      double y = place.centerY() + 0.35 * size;
      add(more, place.centerX(), y, size, Role.MUTED, Align.CENTER);
    }
  }

  /// The word on the bar of a layer without tiles; Chinese stands, other writing climbs.
  private void slim(Column column) {
    Frame.LayerFrame layer = frame.layers().get(column.layer());
    LayerNames names = LayerNames.of(texts, frame);
    String word =
        layer.info().kind().equals("activation")
            ? names.activation(layer.info())
            : names.kind(layer.info());
    Box block = column.block();
    double room = block.height() - em;
    double middle = block.x() + 0.36 * block.width();
    if (word.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == HAN)) {
      double size = Math.min(em, room / (1.2 * word.length()));
      double y = block.centerY() - (word.length() - 1) * 0.6 * size + 0.35 * size;
      for (int i = 0; i < word.length(); i++) {
        String sign = word.substring(i, i + 1);
        add(sign, middle, y + i * 1.2 * size, size, Role.MUTED, Align.CENTER);
      }
    } else {
      double size = Math.min(em, fitting(word, room));
      double x = middle + 0.35 * size;
      labels.add(new Label(word, x, block.centerY(), size, false, Role.MUTED, Align.CENTER, true));
    }
  }

  /// The size at which a bold text takes a width.
  private double fitting(String text, double width) {
    return width / widths.of(text, 100, true) * 100;
  }

  private void add(String text, double x, double baseline, double size, Role role, Align align) {
    labels.add(new Label(text, x, baseline, size, false, role, align));
  }
}
