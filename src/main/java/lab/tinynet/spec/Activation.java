package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// An activation function with its parameter.
///
/// @param kind which function
/// @param parameter slope of `leaky-relu` (default 0.01) and initial slope of `prelu` (0.25,
///     learnt), α of `elu` (1); 0 and without meaning for the others
public record Activation(Kind kind, double parameter) {

  /// The functions of format 1. `name` in JSON, the field of the parameter, its default, and
  /// whether the function belongs to the rectifiers, of which a unit can be silent or dead.
  public enum Kind {
    IDENTITY("identity", "", 0, false),
    SIGMOID("sigmoid", "", 0, false),
    TANH("tanh", "", 0, false),
    RELU("relu", "", 0, true),
    LEAKY_RELU("leaky-relu", "slope", 0.01, true),
    PRELU("prelu", "slope", 0.25, true),
    ELU("elu", "alpha", 1, true),
    SELU("selu", "", 0, true),
    GELU("gelu", "", 0, true),
    SILU("silu", "", 0, true),
    SOFTPLUS("softplus", "", 0, true),
    MISH("mish", "", 0, true),
    SOFTMAX("softmax", "", 0, false);

    private final String json;
    private final String parameterField;
    private final double defaultParameter;
    private final boolean rectifier;

    Kind(String json, String parameterField, double defaultParameter, boolean rectifier) {
      this.json = json;
      this.parameterField = parameterField;
      this.defaultParameter = defaultParameter;
      this.rectifier = rectifier;
    }

    public String json() {
      return json;
    }

    /// The JSON field of the parameter, or an empty string.
    public String parameterField() {
      return parameterField;
    }

    public double defaultParameter() {
      return defaultParameter;
    }

    /// Whether silent and dead units are counted for this function.
    public boolean rectifier() {
      return rectifier;
    }

    public static Optional<Kind> named(String json) {
      return Arrays.stream(values()).filter(kind -> kind.json.equals(json)).findFirst();
    }
  }

  public static Activation of(Kind kind) {
    return new Activation(kind, kind.defaultParameter());
  }
}
