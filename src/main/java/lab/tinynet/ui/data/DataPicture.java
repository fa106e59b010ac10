package lab.tinynet.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.session.Examples;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Tips;

/// A small picture of the data: points of two inputs by class, a curve of one, the first images of
/// pictures, a strip a column for the first columns of wider tables. Filled dots are trained on,
/// open ones tested on.
public final class DataPicture extends Region {
  private static final int MOST_POINTS = 600;
  private static final int MOST_COLUMNS = 8;
  private static final double GOLDEN = 0.618033988749895;
  private static final double HEIGHT = 7;

  private final LabModel model;
  private final ThemeTokens tokens;
  private final Canvas canvas = new Canvas();
  private Optional<Examples> shown = Optional.empty();

  /// @param tokens those of the window
  public DataPicture(LabModel model, I18n i18n, ThemeTokens tokens) {
    this.model = model;
    this.tokens = tokens;
    getStyleClass().add("data-picture");
    setId("data-picture");
    canvas.setId("data-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(i18n.bound("ui.data.picture"));
    Tips.explain(this, i18n, "ui.data.picture");
    getChildren().add(canvas);
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
      ImageTiles.paint(pen, tokens.palette(), examples.trainX(), image.get(), width, height);
      return;
    }
    points(pen, examples.testX(), examples.testY(), scales(examples, experiment), false);
    points(pen, examples.trainX(), examples.trainY(), scales(examples, experiment), true);
  }

  /// Where values lie and how targets are coloured.
  ///
  /// @param inputs the range of every column that is drawn
  /// @param target of a regression
  private record Scales(List<Range> inputs, Range target, boolean regression) {}

  private static Scales scales(Examples examples, Experiment experiment) {
    int columns = Math.min(MOST_COLUMNS, examples.trainX().columns());
    return new Scales(
        IntStream.range(0, columns)
            .mapToObj(column -> Range.of(examples.trainX(), column))
            .toList(),
        Range.of(examples.trainY(), 0),
        NetworkShape.regression(experiment.data(), experiment.loss().kind()));
  }

  /// One input: it is drawn across and the target up. Two: a point of the plane. More: a strip a
  /// column, an example a dot in each.
  private void points(
      GraphicsContext pen, Matrix inputs, Matrix targets, Scales scales, boolean filled) {
    double text = tokens.palette().fontSize();
    double radius = Math.max(1.6, text * (scales.inputs().size() > 2 ? 0.12 : 0.17));
    double margin = radius + 2;
    double width = canvas.getWidth() - 2 * margin;
    double height = canvas.getHeight() - 2 * margin;
    boolean plane = scales.inputs().size() == 2;
    double side = plane ? Math.min(width, height) : width;
    double left = margin + (width - side) / 2;
    int every = Math.max(1, Math.ceilDiv(inputs.rows(), MOST_POINTS));
    for (int row = 0; row < inputs.rows(); row += every) {
      Color color = color(scales, targets, row);
      switch (scales.inputs().size()) {
        case 1 -> {
          double up = scales.target().share(targets.get(row, 0));
          double across = scales.inputs().getFirst().share(inputs.get(row, 0));
          dot(pen, left + across * side, margin + (1 - up) * height, radius, color, filled);
        }
        case 2 -> {
          double across = scales.inputs().getFirst().share(inputs.get(row, 0));
          double up = scales.inputs().getLast().share(inputs.get(row, 1));
          double top = margin + (height - side) / 2;
          dot(pen, left + across * side, top + (1 - up) * side, radius, color, filled);
        }
        default -> {
          double strip = side / scales.inputs().size();
          double spread = (0.2 + 0.6 * spread(row)) * strip;
          for (int column = 0; column < scales.inputs().size(); column++) {
            double up = scales.inputs().get(column).share(inputs.get(row, column));
            double x = left + column * strip + spread;
            dot(pen, x, margin + (1 - up) * height, radius, color, filled);
          }
        }
      }
    }
  }

  /// Sets examples of one value side by side, 0 … 1, evenly for any number of them.
  private static double spread(int row) {
    double turns = row * GOLDEN;
    return turns - Math.floor(turns);
  }

  private static void dot(
      GraphicsContext pen, double x, double y, double radius, Color color, boolean filled) {
    if (filled) {
      pen.setFill(color);
      pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    } else {
      pen.setStroke(color);
      pen.setLineWidth(1);
      pen.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  /// The colour of an example's class: that of its sign for two, a hue for more; of a regression
  /// the place of its target between the least and the greatest.
  private Color color(Scales scales, Matrix targets, int row) {
    Palette palette = tokens.palette();
    if (scales.inputs().size() == 1) {
      return palette.layer(0);
    }
    if (scales.regression()) {
      double share = scales.target().share(targets.get(row, 0));
      return palette.negative().interpolate(palette.positive(), share);
    }
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

  /// Smallest and largest of a column.
  private record Range(double low, double high) {
    static Range of(Matrix matrix, int column) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < matrix.rows(); row++) {
        low = Math.min(low, matrix.get(row, column));
        high = Math.max(high, matrix.get(row, column));
      }
      return new Range(low, high);
    }

    double share(double value) {
      return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0.5;
    }
  }
}
