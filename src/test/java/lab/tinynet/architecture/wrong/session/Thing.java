package lab.tinynet.architecture.wrong.session;

/// Knows what `session` must not know.
public record Thing(lab.tinynet.architecture.wrong.data.Thing forbidden) {}
