package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns the `network` of an experiment into the layers.
final class LayerReader {
  private static final List<String> KINDS =
      List.of(
          "dense",
          "conv2d",
          "max-pool",
          "average-pool",
          "flatten",
          "batch-norm",
          "layer-norm",
          "dropout",
          "activation",
          "residual");

  private LayerReader() {}

  static List<LayerSpec> network(Json value, String path) {
    List<Json> layers = ExperimentReader.objects(value, path);
    if (layers.size() > Limits.LAYERS) {
      throw Problems.tooManyLayers(layers.size(), Limits.LAYERS).refused();
    }
    List<LayerSpec> network = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      network.add(layer(FieldReader.of(layers.get(i), Paths.index(path, i))));
    }
    return network;
  }

  private static LayerSpec layer(FieldReader in) {
    String kind = ExperimentReader.word(in, "layer", KINDS, Set.of());
    return switch (kind) {
      case "dense" -> dense(in);
      case "conv2d" -> conv2d(in);
      case "max-pool" -> {
        int size = poolSize(in);
        yield new LayerSpec.MaxPool(size, stride(in, size));
      }
      case "average-pool" -> {
        int size = poolSize(in);
        yield new LayerSpec.AveragePool(size, stride(in, size));
      }
      case "dropout" -> {
        in.only(List.of("layer", "rate"));
        yield new LayerSpec.Dropout(
            in.real("rate", Limits.DROPOUT, LayerSpec.Dropout.DEFAULT_RATE));
      }
      case "activation" -> {
        in.only(List.of("layer", "activation"));
        yield new LayerSpec.Activated(activation(in.required("activation"), in.path("activation")));
      }
      case "residual" -> {
        in.only(List.of("layer", "layers"));
        yield new LayerSpec.Residual(network(in.required("layers"), in.path("layers")));
      }
      default -> {
        in.only(List.of("layer"));
        yield switch (kind) {
          case "flatten" -> new LayerSpec.Flatten();
          case "batch-norm" -> new LayerSpec.BatchNorm();
          case "layer-norm" -> new LayerSpec.LayerNorm();
          default -> throw new IllegalStateException("a kind without a reader: " + kind);
        };
      }
    };
  }

  private static LayerSpec dense(FieldReader in) {
    in.only(List.of("layer", "units", "activation", "init", "bias", "biasInit"));
    Activation activation = ownActivation(in);
    return new LayerSpec.Dense(
        (int) in.whole("units", Limits.UNITS),
        activation,
        init(in, "init", Initializer.usualFor(activation)),
        in.bool("bias", true),
        init(in, "biasInit", Initializer.ZEROS));
  }

  private static LayerSpec conv2d(FieldReader in) {
    in.only(
        List.of(
            "layer",
            "filters",
            "kernel",
            "stride",
            "padding",
            "activation",
            "init",
            "bias",
            "biasInit"));
    Activation activation = ownActivation(in);
    return new LayerSpec.Conv2d(
        (int) in.whole("filters", Limits.FILTERS),
        (int) in.whole("kernel", Limits.WINDOW),
        stride(in, 1),
        padding(in),
        activation,
        init(in, "init", Initializer.usualFor(activation)),
        in.bool("bias", true),
        init(in, "biasInit", Initializer.ZEROS));
  }

  private static LayerSpec.Padding padding(FieldReader in) {
    if (in.optional("padding").isEmpty()) {
      return LayerSpec.Padding.VALID;
    }
    List<String> kinds =
        ExperimentReader.names(LayerSpec.Padding.values(), LayerSpec.Padding::json);
    String word = ExperimentReader.word(in, "padding", kinds, Set.of());
    return LayerSpec.Padding.named(word).orElseThrow();
  }

  private static int poolSize(FieldReader in) {
    in.only(List.of("layer", "size", "stride"));
    return (int) in.whole("size", Limits.WINDOW);
  }

  private static int stride(FieldReader in, int otherwise) {
    return (int) in.whole("stride", Limits.WINDOW, otherwise);
  }

  private static Activation ownActivation(FieldReader in) {
    return in.optional("activation")
        .map(json -> activation(json, in.path("activation")))
        .orElse(Activation.of(Activation.Kind.IDENTITY));
  }

  private static Initializer init(FieldReader in, String name, Initializer otherwise) {
    return in.optional(name).map(json -> initializer(json, in.path(name))).orElse(otherwise);
  }

  private static Activation activation(Json value, String path) {
    List<String> kinds = ExperimentReader.names(Activation.Kind.values(), Activation.Kind::json);
    Parameterised given = Parameterised.of(value, path, kinds, Set.of());
    Activation.Kind kind = Activation.Kind.named(given.kind()).orElseThrow();
    double parameter =
        switch (kind) {
          case LEAKY_RELU, PRELU ->
              given.parameter(kind.parameterField(), Limits.SLOPE, kind.defaultParameter());
          case ELU -> given.parameter(kind.parameterField(), Limits.ALPHA, kind.defaultParameter());
          case IDENTITY, SIGMOID, TANH, RELU, SELU, GELU, SILU, SOFTPLUS, MISH, SOFTMAX ->
              given.noParameter();
        };
    return new Activation(kind, parameter);
  }

  private static Initializer initializer(Json value, String path) {
    List<String> kinds = ExperimentReader.names(Initializer.Kind.values(), Initializer.Kind::json);
    Parameterised given = Parameterised.of(value, path, kinds, Set.of());
    Initializer.Kind kind = Initializer.Kind.named(given.kind()).orElseThrow();
    String field = kind.parameterField();
    double parameter =
        switch (kind) {
          case CONSTANT -> given.parameter(field, Limits.ANY, kind.defaultParameter());
          case NORMAL -> given.parameter(field, Limits.STD, kind.defaultParameter());
          case UNIFORM -> given.parameter(field, Limits.UNIFORM_LIMIT, kind.defaultParameter());
          case ZEROS,
              XAVIER_NORMAL,
              XAVIER_UNIFORM,
              HE_NORMAL,
              HE_UNIFORM,
              LECUN_NORMAL,
              ORTHOGONAL ->
              given.noParameter();
        };
    return new Initializer(kind, parameter);
  }
}
