package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// What training makes small.
///
/// @param kind which loss
/// @param parameter δ of `huber` (1); 0 and without meaning for the others
public record Loss(Kind kind, double parameter) {
  public enum Kind {
    MSE("mse", "", 0),
    BCE("bce", "", 0),
    CROSS_ENTROPY("cross-entropy", "", 0),
    HUBER("huber", "delta", 1);

    private final String json;
    private final String parameterField;
    private final double defaultParameter;

    Kind(String json, String parameterField, double defaultParameter) {
      this.json = json;
      this.parameterField = parameterField;
      this.defaultParameter = defaultParameter;
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

    public static Optional<Kind> named(String json) {
      return Arrays.stream(values()).filter(kind -> kind.json.equals(json)).findFirst();
    }
  }

  public static Loss of(Kind kind) {
    return new Loss(kind, kind.defaultParameter());
  }
}
