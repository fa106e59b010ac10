package lab.tinynet.tutor;

import java.util.OptionalInt;

/// What lights up while a question is open.
///
/// @param chart id of the chart: `dead-units`
/// @param layer index of the layer it speaks of, from 0
/// @param step the step it speaks of
public record Anchor(String chart, OptionalInt layer, long step) {}
