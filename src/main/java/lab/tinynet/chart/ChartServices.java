package lab.tinynet.chart;

/// What a chart asks of the window in which it stands.
public interface ChartServices {
  /// Nothing can be asked: of a picture.
  ChartServices NONE =
      new ChartServices() {
        @Override
        public void goTo(long step) {}

        @Override
        public void enlarge(ChartView chart) {}

        @Override
        public void copyPicture(ChartView chart) {}

        @Override
        public void copyText(String text) {}

        @Override
        public void exportTable(String name, String csv) {}
      };

  /// Go to a step of the run.
  void goTo(long step);

  /// Give a chart the room of the whole stage, or take it back.
  void enlarge(ChartView chart);

  void copyPicture(ChartView chart);

  void copyText(String text);

  /// Ask for a file and write a table into it.
  ///
  /// @param name suggested for the file
  void exportTable(String name, String csv);
}
