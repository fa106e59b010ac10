package lab.tinynet.architecture.wrong.telemetry;

/// Knows what `telemetry` must not know.
public record Thing(lab.tinynet.architecture.wrong.data.Thing forbidden) {}
