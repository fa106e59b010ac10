package lab.tinynet.architecture.wrong.engine;

/// Knows what `engine` must not know.
public record Thing(lab.tinynet.architecture.wrong.ui.Thing forbidden) {}
