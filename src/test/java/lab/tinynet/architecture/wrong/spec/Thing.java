package lab.tinynet.architecture.wrong.spec;

/// Knows what `spec` must not know.
public record Thing(lab.tinynet.architecture.wrong.telemetry.Thing forbidden) {}
