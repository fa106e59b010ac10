package lab.tinynet.app;

import lab.tinynet.spec.Experiment;

/// A change made to a running experiment.
///
/// @param step how many updates had been done
/// @param path the field of the specification: `optimizer.rate`
/// @param value the field's new value, as JSON text
/// @param experiment the whole experiment from then on
record Edit(long step, String path, String value, Experiment experiment) {}
