package lab.tinynet.architecture.wrong.ui;

/// Knows what `ui` must not know.
public record Thing(lab.tinynet.architecture.wrong.engine.Thing forbidden) {}
