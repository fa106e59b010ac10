package lab.tinynet.chart.stage;

import lab.tinynet.telemetry.Frame;

/// One finished picture of the stage, all but its words, and what it was made from. Painting it
/// needs no JavaFX, so any thread may do it.
///
/// @param pixels opaque ARGB, row by row; belongs to whoever holds the picture
/// @param pixelWidth pixels in a row
/// @param pixelHeight number of rows
/// @param frame what is shown
/// @param cloud the examples on the surface
/// @param layout where it is shown
/// @param scales the scales used
/// @param edges the edges that are drawn
/// @param unitsBeyond whether maps of hidden units reach beyond their scale: bit 1 above, 2 below
/// @param outputBeyond the same of the surface
public record StageImage(
    int[] pixels,
    int pixelWidth,
    int pixelHeight,
    Frame frame,
    PointCloud cloud,
    StageLayout layout,
    StageScales scales,
    EdgeModel edges,
    int unitsBeyond,
    int outputBeyond) {

  /// Paints a picture.
  ///
  /// @param into pixels to reuse if there are as many as needed; else new ones are made
  public static StageImage of(Frame frame, PointCloud cloud, StagePlan plan, int[] into) {
    int pixelWidth = plan.pixelWidth();
    int pixelHeight = plan.pixelHeight();
    int[] pixels =
        into.length == pixelWidth * pixelHeight ? into : new int[pixelWidth * pixelHeight];
    StageLayout layout = plan.layout(frame);
    StageScales scales = StageScales.of(frame, plan.previous());
    EdgeModel edges = EdgeModel.of(frame, layout, scales.weights());
    Raster raster = new Raster(pixels, pixelWidth, pixelHeight, plan.pixelScale());
    StagePainter painter = new StagePainter(raster, plan.colors(), layout, scales);
    painter.paint(frame, cloud, edges);
    return new StageImage(
        pixels,
        pixelWidth,
        pixelHeight,
        frame,
        cloud,
        layout,
        scales,
        edges,
        painter.unitsBeyond(),
        painter.outputBeyond());
  }
}
