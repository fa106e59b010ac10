package lab.tinynet.chart.stage;

/// Measures text, so that what is written can be chosen to fit.
@FunctionalInterface
public interface TextWidth {
  /// @return width in pixels
  double of(String text, double size, boolean bold);
}
