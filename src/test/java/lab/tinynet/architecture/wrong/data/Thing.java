package lab.tinynet.architecture.wrong.data;

/// Knows what `data` must not know.
public record Thing(lab.tinynet.architecture.wrong.telemetry.Thing forbidden) {}
