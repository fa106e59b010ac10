package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The value ranges of the charts of a board, or of several boards together.
///
/// @param ofCharts the ranges of each chart's panels, from the top, by the chart's key
/// @param marked whether any board has marker lines: then all leave room for their words, or the
///     axes of boards beside each other would not stand at one height
public record SharedRanges(Map<String, List<ValueRange>> ofCharts, boolean marked) {
  /// Every chart by itself.
  public static final SharedRanges NONE = new SharedRanges(Map.of(), false);

  public SharedRanges {
    ofCharts = Map.copyOf(ofCharts);
  }

  /// The ranges that hold those of all boards, chart by chart and panel by panel. A run that has
  /// exploded is left out: beside its values those of the others would be one flat line.
  public static SharedRanges of(Collection<ChartBoard> boards) {
    Map<String, List<ValueRange>> joined = new HashMap<>();
    boards.forEach(
        board ->
            board
                .ranges()
                .ofCharts()
                .forEach(
                    (chart, ranges) ->
                        joined.merge(chart, sharable(ranges), SharedRanges::joined)));
    return new SharedRanges(joined, marked(boards));
  }

  /// Boards beside each other, every one with ranges of its own.
  public static SharedRanges apart(Collection<ChartBoard> boards) {
    return new SharedRanges(Map.of(), marked(boards));
  }

  private static boolean marked(Collection<ChartBoard> boards) {
    return boards.stream().anyMatch(board -> board.ranges().marked());
  }

  private static List<ValueRange> joined(List<ValueRange> one, List<ValueRange> other) {
    List<ValueRange> all = new ArrayList<>();
    for (int panel = 0; panel < Math.max(one.size(), other.size()); panel++) {
      all.add(at(one, panel).joined(at(other, panel)));
    }
    return List.copyOf(all);
  }

  private static List<ValueRange> sharable(List<ValueRange> ranges) {
    return ranges.stream().map(range -> range.exploded() ? ValueRange.NONE : range).toList();
  }

  private static ValueRange at(List<ValueRange> ranges, int panel) {
    return panel < ranges.size() ? ranges.get(panel) : ValueRange.NONE;
  }

  List<ValueRange> of(String chart) {
    return ofCharts.getOrDefault(chart, List.of());
  }
}
