package lab.tinynet.spec;

/// A change of a preset that cures what it shows.
///
/// @param title what is changed, in a few words
/// @param experiment the changed experiment, with the same data, seed and, where shapes allow it,
///     the same initial weights
/// @param promise what it is sure to show
public record Remedy(Wording title, Experiment experiment, Promise promise) {}
