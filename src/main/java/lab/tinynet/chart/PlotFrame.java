package lab.tinynet.chart;

/// The rectangle in which a chart's series are drawn, in pixels of its canvas.
record PlotFrame(double left, double top, double width, double height) {
  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /// The place of a step.
  double x(StepAxis axis, double step) {
    return left + axis.position(step) * width;
  }

  /// The height of a place on a value axis, 0 at the bottom.
  double y(double position) {
    return top + (1 - position) * height;
  }

  /// A part of the frame, over its whole width.
  PlotFrame rows(double newTop, double newHeight) {
    return new PlotFrame(left, newTop, width, newHeight);
  }
}
