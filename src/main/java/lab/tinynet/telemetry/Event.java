package lab.tinynet.telemetry;

/// Something that happened at a step, kept for the whole run.
public sealed interface Event {
  /// Number of updates done when it was noticed.
  long step();

  /// A unit was found dead on the probe set that was not dead at the probe before.
  ///
  /// @param layer index of the layer, from 0
  /// @param unit index of the unit, from 0
  record UnitDied(long step, int layer, int unit) implements Event {}

  /// A unit that was dead at the probe before is not any more.
  record UnitRevived(long step, int layer, int unit) implements Event {}

  /// Training stopped at the last finite state.
  record Diverged(long step, Divergence cause) implements Event {}

  /// A person changed the running experiment.
  ///
  /// @param path the field of the specification that changed, such as `optimizer.rate`
  record Edited(long step, String path, String before, String after) implements Event {}
}
