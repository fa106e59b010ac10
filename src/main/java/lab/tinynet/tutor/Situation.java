package lab.tinynet.tutor;

import java.util.Map;
import java.util.TreeMap;
import lab.tinynet.telemetry.DyingLayer;

/// The state on screen that a question is about. It stays what it was when the question came up.
///
/// @param layer index of the layer, from 0
/// @param dead how many of its units were dead
/// @param units how many it has
/// @param since from which step on these have been dead
/// @param step the step of the probe that this was read from
public record Situation(int layer, Slot.Layer name, int dead, int units, long since, long step) {

  static Situation of(DyingLayer dying, int layers) {
    return new Situation(
        dying.layer(),
        new Slot.Layer(dying.info().kind(), dying.layer() + 1, dying.layer() + 1 == layers),
        dying.dead(),
        dying.units(),
        dying.since(),
        dying.step());
  }

  /// The values for the slots of a question's texts.
  public Map<String, Slot> slots() {
    Map<String, Slot> slots = new TreeMap<>();
    slots.put("layer", name);
    slots.put("dead", new Slot.Count(dead, step));
    slots.put("units", new Slot.Count(units, step));
    slots.put("since", new Slot.Step(since));
    slots.put("steps", new Slot.Count(step - since, since));
    return slots;
  }
}
