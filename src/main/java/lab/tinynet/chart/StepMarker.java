package lab.tinynet.chart;

/// A line through all charts at one step.
///
/// @param step number of updates done
/// @param kind what happened; decides colour and dash
/// @param label a word beside the line; empty for the kind's own word
public record StepMarker(long step, Kind kind, String label) {
  /// What a marker stands for, the gravest first.
  public enum Kind {
    /// Something became non-finite.
    DIVERGENCE("chart.marker.divergence"),
    /// The tutor asks about this step.
    QUESTION("chart.marker.question"),
    /// The run stands here, before its last known step.
    HERE("chart.marker.here"),
    /// A person keeps the values of this step in view.
    PIN("chart.readout.step"),
    /// The first unit was found dead.
    DEATH("chart.marker.death"),
    /// A person changed the experiment.
    EDIT("chart.marker.edit");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /// A marker with the kind's own word.
  public StepMarker(long step, Kind kind) {
    this(step, kind, "");
  }

  String label(Texts texts) {
    return label.isEmpty() ? texts.text(kind.key()) : label;
  }
}
