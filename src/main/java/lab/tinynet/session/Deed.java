package lab.tinynet.session;

import lab.tinynet.spec.Experiment;

/// Something that was done and can be undone: what a view needs to name it.
///
/// @param command what was asked for; of several that came in one go (a slider that was dragged)
///     the last
/// @param before the experiment before it
/// @param step where the run stood before it
public record Deed(Command command, Experiment before, long step) {}
