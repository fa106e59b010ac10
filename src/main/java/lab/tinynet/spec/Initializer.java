package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// How the weights, or the biases, of a layer start.
///
/// @param kind which rule
/// @param parameter `value` of `constant`, `std` of `normal` (1), `limit` of `uniform` (drawn from
///     ±limit; 0 stands for the default 1/√fanIn); 0 and without meaning for the others
public record Initializer(Kind kind, double parameter) {
  public static final Initializer ZEROS = new Initializer(Kind.ZEROS, 0);

  public enum Kind {
    ZEROS("zeros", "", 0),
    CONSTANT("constant", "value", 0),
    NORMAL("normal", "std", 1),
    UNIFORM("uniform", "limit", 0),
    XAVIER_NORMAL("xavier-normal", "", 0),
    XAVIER_UNIFORM("xavier-uniform", "", 0),
    HE_NORMAL("he-normal", "", 0),
    HE_UNIFORM("he-uniform", "", 0),
    LECUN_NORMAL("lecun-normal", "", 0),
    ORTHOGONAL("orthogonal", "", 0);

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

  public static Initializer of(Kind kind) {
    return new Initializer(kind, kind.defaultParameter());
  }

  /// The usual choice for an activation: He for rectifiers, LeCun for SELU, Xavier for the rest.
  public static Initializer usualFor(Activation activation) {
    if (activation.kind() == Activation.Kind.SELU) {
      return of(Kind.LECUN_NORMAL);
    }
    return of(activation.kind().rectifier() ? Kind.HE_NORMAL : Kind.XAVIER_NORMAL);
  }
}
