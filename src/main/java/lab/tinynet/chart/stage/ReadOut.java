package lab.tinynet.chart.stage;

import java.util.List;

/// What the stage says of the thing under the pointer.
///
/// @param target the thing
/// @param title its name
/// @param figures its numbers, one a line
/// @param definition what it is, in a sentence or two
public record ReadOut(Target target, String title, List<String> figures, String definition) {
  public ReadOut {
    figures = List.copyOf(figures);
  }
}
