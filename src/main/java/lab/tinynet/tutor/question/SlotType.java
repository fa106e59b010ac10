package lab.tinynet.tutor.question;

import java.util.Arrays;
import java.util.Optional;

/// What a slot of a stem is filled with.
public enum SlotType {
  /// The name of a layer.
  LAYER("layer"),
  /// A number.
  COUNT("count"),
  /// A step of the run.
  STEP("step");

  private final String json;

  SlotType(String json) {
    this.json = json;
  }

  public String json() {
    return json;
  }

  public static Optional<SlotType> named(String json) {
    return Arrays.stream(values()).filter(type -> type.json.equals(json)).findFirst();
  }
}
