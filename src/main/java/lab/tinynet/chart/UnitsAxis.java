package lab.tinynet.chart;

/// The value axis of charts that count units: whole numbers, or per cent.
final class UnitsAxis {
  private UnitsAxis() {}

  /// @param most the number of units at the top; 1 where fractions are drawn
  static ValuePanel paint(Pen pen, PlotFrame frame, double most, boolean fractions) {
    ValuePanel panel = ValuePanel.of(frame, new Scale.Linear(0, most), false, pen.em());
    int ticks = Math.clamp((int) (frame.height() / (2.4 * pen.em())), 2, 6);
    if (fractions) {
      double[] shares = ticks < 4 ? new double[] {0, 0.5, 1} : new double[] {0, 0.25, 0.5, 0.75, 1};
      panel.paintGrid(pen, shares, NumberText::percent);
    } else {
      panel.paintGrid(
          pen, Ticks.whole(0, (int) most, ticks), tick -> NumberText.whole((long) tick));
    }
    return panel;
  }
}
