package lab.tinynet.spec;

import java.util.List;
import java.util.Optional;

/// An experiment that comes with the lab.
///
/// @param name how it is asked for: `dying-relu`
/// @param title what it is called on screen
/// @param shows one sentence: what happens, and why
/// @param question the tutor's question it is made for (`q5`), if any
/// @param promise what it is sure to show, if that can be measured
/// @param remedies changes that cure it, for one that fails on purpose
public record Preset(
    String name,
    Wording title,
    Wording shows,
    Optional<String> question,
    Experiment experiment,
    Optional<Promise> promise,
    List<Remedy> remedies) {}
