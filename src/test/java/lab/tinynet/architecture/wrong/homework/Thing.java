package lab.tinynet.architecture.wrong.homework;

/// Knows what `homework` must not know.
public record Thing(lab.tinynet.architecture.wrong.tutor.Thing forbidden) {}
