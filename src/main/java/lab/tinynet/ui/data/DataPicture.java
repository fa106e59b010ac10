package lab.tinynet.ui.data;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.session.Examples;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Matrix;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Tips;

/// A small picture of the data: points of two inputs by class, a curve of one, the first images of
/// pictures, a strip per column for tables of more columns. Filled dots are trained on, open ones
/// tested on.
public final class DataPicture extends Region {
  private static final int MOST_POINTS = 600;
  private static final int TILES = 10;
  private static final double HEIGHT = 7;

  private final LabModel model;
  private final ThemeTokens tokens = new ThemeTokens();
  private final Canvas canvas = new Canvas();
  private Optional<Examples> shown = Optional.empty();

  public DataPicture(LabModel model, I18n i18n) {
    this.model = model;
    getStyleClass().add("data-picture");
    setId("data-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(i18n.bound("ui.data.picture"));
    Tips.explain(this, i18n, "ui.data.picture");
    getChildren().addAll(canvas, tokens);
    tokens.paletteBinding().subscribe(_ -> requestLayout());
    model.logProperty().subscribe(_ -> requestLayout());
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT * tokens.palette().fontSize() * 1.25;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    Examples examples = model.state().examples();
    if (width > 4 && height > 4 && examples.trainX().rows() > 0) {
      shown = Optional.of(examples);
      paint(examples, width, height);
    }
  }

  /// Paints anew where the examples are others.
  @SuppressWarnings("ReferenceEquality") // other data bring other examples; comparing them is slow
  public void beat() {
    if (shown.isEmpty() || shown.get() != model.state().examples()) {
      requestLayout();
    }
  }

  private void paint(Examples examples, double width, double height) {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    Experiment experiment = model.state().experiment();
    Optional<ImageShape> image = experiment.data().imageShape();
    if (image.isPresent() && image.get().size() == examples.trainX().columns()) {
      images(pen, examples.trainX(), image.get(), width, height);
      return;
    }
    boolean curve = examples.trainX().columns() == 1;
    Range x = Range.of(examples.trainX(), 0);
    Range y =
        curve
            ? Range.of(examples.trainY(), 0)
            : Range.of(examples.trainX(), Math.min(1, examples.trainX().columns() - 1));
    boolean regression = regression(experiment);
    Range target = Range.of(examples.trainY(), 0);
    points(pen, examples.testX(), examples.testY(), x, y, target, regression, false);
    points(pen, examples.trainX(), examples.trainY(), x, y, target, regression, true);
  }

  private static boolean regression(Experiment experiment) {
    return experiment.data() instanceof DataSpec.Generated generated
        && generated.shape().classes() == 0;
  }

  private void points(
      GraphicsContext pen,
      Matrix inputs,
      Matrix targets,
      Range x,
      Range y,
      Range target,
      boolean regression,
      boolean filled) {
    Palette palette = tokens.palette();
    int columns = inputs.columns();
    int every = Math.max(1, Math.ceilDiv(inputs.rows(), MOST_POINTS));
    double radius = Math.max(1.6, palette.fontSize() * 0.17);
    double margin = radius + 2;
    double width = canvas.getWidth() - 2 * margin;
    double height = canvas.getHeight() - 2 * margin;
    double side = columns == 2 ? Math.min(width, height) : width;
    double left = margin + (width - side) / 2;
    double tall = columns == 2 ? side : height;
    for (int row = 0; row < inputs.rows(); row += every) {
      double across = x.share(inputs.get(row, 0));
      double up =
          columns == 1
              ? y.share(targets.get(row, 0))
              : y.share(inputs.get(row, Math.min(1, columns - 1)));
      Color color =
          columns == 1
              ? palette.layer(0)
              : regression
                  ? palette
                      .negative()
                      .interpolate(palette.positive(), target.share(targets.get(row, 0)))
                  : color(palette, targets, row);
      double atX = left + across * side;
      double atY = margin + (height - tall) / 2 + (1 - up) * tall;
      if (filled) {
        pen.setFill(color);
        pen.fillOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
      } else {
        pen.setStroke(color);
        pen.setLineWidth(1);
        pen.strokeOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
      }
    }
  }

  /// The colour of an example's class: that of its sign for two, a hue for more.
  private static Color color(Palette palette, Matrix targets, int row) {
    if (targets.columns() == 1) {
      return targets.get(row, 0) > 0.25 ? palette.positive() : palette.negative();
    }
    int largest = 0;
    for (int column = 1; column < targets.columns(); column++) {
      if (targets.get(row, column) > targets.get(row, largest)) {
        largest = column;
      }
    }
    if (targets.columns() == 2) {
      return largest == 1 ? palette.positive() : palette.negative();
    }
    return palette.layer(largest);
  }

  private void images(
      GraphicsContext pen, Matrix inputs, ImageShape shape, double width, double height) {
    Palette palette = tokens.palette();
    int tiles = Math.min(TILES, inputs.rows());
    int columns = 5;
    int rows = Math.max(1, Math.ceilDiv(tiles, columns));
    double gap = 4;
    double side =
        Math.floor(
            Math.min((width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows));
    double left = Math.floor((width - columns * side - (columns - 1) * gap) / 2);
    Range range = Range.of(inputs, -1);
    for (int tile = 0; tile < tiles; tile++) {
      double atX = left + tile % columns * (side + gap);
      int line = tile / columns;
      double atY = line * (side + gap);
      double cellX = side / shape.width();
      double cellY = side / shape.height();
      for (int r = 0; r < shape.height(); r++) {
        for (int c = 0; c < shape.width(); c++) {
          double value = range.share(inputs.get(tile, r * shape.width() + c));
          pen.setFill(palette.ground().interpolate(palette.ink(), value));
          pen.fillRect(atX + c * cellX, atY + r * cellY, cellX + 0.5, cellY + 0.5);
        }
      }
      pen.setStroke(palette.hairline());
      pen.setLineWidth(1);
      pen.strokeRect(atX + 0.5, atY + 0.5, side - 1, side - 1);
    }
  }

  /// Smallest and largest of a column.
  private record Range(double low, double high) {
    /// @param column −1 for all
    static Range of(Matrix matrix, int column) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      int rows = Math.min(matrix.rows(), 4 * MOST_POINTS);
      for (int row = 0; row < rows; row++) {
        int from = column < 0 ? 0 : column;
        int to = column < 0 ? matrix.columns() : column + 1;
        for (int c = from; c < to; c++) {
          low = Math.min(low, matrix.get(row, c));
          high = Math.max(high, matrix.get(row, c));
        }
      }
      return new Range(low, high);
    }

    double share(double value) {
      return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0.5;
    }
  }
}
