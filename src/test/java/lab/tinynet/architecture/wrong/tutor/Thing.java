package lab.tinynet.architecture.wrong.tutor;

/// Knows what `tutor` must not know.
public record Thing(lab.tinynet.architecture.wrong.session.Thing forbidden) {}
