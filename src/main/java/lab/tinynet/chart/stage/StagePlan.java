package lab.tinynet.chart.stage;

import lab.tinynet.chart.Palette;
import lab.tinynet.telemetry.Frame;

/// How the next picture is to be painted: size, colours, and the scales to stay close to.
/// Immutable; a worker may hold it.
public final class StagePlan {
  private final double width;
  private final double height;
  private final double em;
  private final double pixelScale;
  private final StageColors colors;
  private final StageScales previous;
  private final boolean surfaceOnly;

  /// @param width width of the stage in logical pixels
  /// @param height height of the stage in logical pixels
  /// @param pixelScale pixels for each logical pixel, of the screen
  /// @param palette colours, and the size of captions
  /// @param previous the scales of the picture before, or [StageScales#NONE]
  public StagePlan(
      double width, double height, double pixelScale, Palette palette, StageScales previous) {
    this(width, height, pixelScale, palette, previous, false);
  }

  /// The same.
  ///
  /// @param surfaceOnly whether the decision surface, where there is one, is to stand alone
  StagePlan(
      double width,
      double height,
      double pixelScale,
      Palette palette,
      StageScales previous,
      boolean surfaceOnly) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.pixelScale = pixelScale;
    this.em = palette.fontSize();
    this.colors = StageColors.of(palette);
    this.previous = previous;
    this.surfaceOnly = surfaceOnly;
  }

  /// Paints a picture by this plan.
  ///
  /// @param into pixels to reuse if there are as many as needed
  public StageImage paint(Frame frame, PointCloud cloud, int[] into) {
    return StageImage.of(frame, cloud, this, into);
  }

  /// Where things will stand for a frame.
  public StageLayout layout(Frame frame) {
    if (surfaceOnly && frame.resolution() > 0) {
      return StageLayout.surface(width, height, em);
    }
    return StageLayout.of(StageContent.of(frame), width, height, em);
  }

  public StageScales previous() {
    return previous;
  }

  double pixelScale() {
    return pixelScale;
  }

  int pixelWidth() {
    return (int) Math.ceil(width * pixelScale);
  }

  int pixelHeight() {
    return (int) Math.ceil(height * pixelScale);
  }

  StageColors colors() {
    return colors;
  }
}
