package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// Gradient clipping, applied to the raw gradient (penalty included).
///
/// @param kind what is held below the limit
/// @param limit > 0; without meaning for [Kind#NONE]
public record Clip(Kind kind, double limit) {
  public static final Clip NONE = new Clip(Kind.NONE, 0);

  public enum Kind {
    /// No clipping.
    NONE("none"),
    /// All parameters together, scaled to the limit when their L2 norm is above it.
    NORM("norm"),
    /// Each layer by itself, likewise.
    LAYER_NORM("layer-norm"),
    /// Each component to ±limit.
    VALUE("value");

    private final String json;

    Kind(String json) {
      this.json = json;
    }

    public String json() {
      return json;
    }

    public static Optional<Kind> named(String json) {
      return Arrays.stream(values()).filter(kind -> kind.json.equals(json)).findFirst();
    }
  }
}
