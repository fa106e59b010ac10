package lab.tinynet.architecture.wrong.chart;

/// Knows what `chart` must not know.
public record Thing(lab.tinynet.architecture.wrong.ui.Thing forbidden) {}
