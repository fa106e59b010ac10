package lab.tinynet.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Turns the JSON form of an experiment (format 1) into the value, field by field.
final class ExperimentReader {
  private static final List<String> ROOT =
      List.of(
          "format",
          "name",
          "seed",
          "data",
          "network",
          "loss",
          "optimizer",
          "batch",
          "clip",
          "penalty");

  private static final Set<String> PLANNED_ROOT = Set.of("edits");
  private static final Set<String> PLANNED_LAYERS =
      Set.of(
          "conv2d",
          "max-pool",
          "average-pool",
          "flatten",
          "batch-norm",
          "layer-norm",
          "dropout",
          "activation",
          "residual");
  private static final Set<String> PLANNED_INITS = Set.of("orthogonal");

  private ExperimentReader() {}

  /// @param path where the experiment stands in its file; empty for the root
  /// @param folder what the names of data files are relative to
  static Experiment read(Json root, String path, Path folder) {
    FieldReader in = FieldReader.of(root, path).only(PLANNED_ROOT, ROOT);
    format(in);
    Experiment experiment =
        new Experiment(
            in.text("name", ""),
            in.whole("seed", Limits.SEED, 0),
            DataReader.read(in.required("data"), in.path("data"), folder),
            network(in.required("network"), in.path("network")),
            loss(in.required("loss"), in.path("loss")),
            OptimizerReader.read(in.required("optimizer"), in.path("optimizer")),
            batch(in),
            clip(in),
            penalty(in));
    for (Problem problem : Validation.check(experiment)) {
      throw new Problem(in.path(problem.path()), problem.code(), problem.arguments()).refused();
    }
    return experiment;
  }

  static void format(FieldReader in) {
    Json format = in.required("format");
    FieldReader.num(format, in.path("format"));
    if (!(format instanceof Json.Num num && num.value() == Experiment.FORMAT)) {
      throw Problems.unknownFormat(in.path("format"), format).refused();
    }
  }

  private static List<LayerSpec> network(Json value, String path) {
    List<Json> layers = objects(value, path);
    if (layers.size() > Limits.LAYERS) {
      throw Problems.tooManyLayers(layers.size(), Limits.LAYERS).refused();
    }
    List<LayerSpec> network = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      network.add(layer(layers.get(i), Paths.index(path, i)));
    }
    return network;
  }

  /// The elements of an array that should hold objects.
  static List<Json> objects(Json value, String path) {
    return switch (value) {
      case Json.Items items -> items.items();
      case Json.Numbers numbers when numbers.values().length == 0 -> List.of();
      case Json.Numbers numbers ->
          throw Problems.expectedObject(Paths.index(path, 0), numbers.get(0)).refused();
      case Json.Table table ->
          throw Problems.expectedObject(Paths.index(path, 0), table.row(0)).refused();
      case Json.Fields _, Json.Num _, Json.Text _, Json.Bool _, Json.Null _ ->
          throw Problems.expectedArray(path, value).refused();
    };
  }

  private static LayerSpec layer(Json value, String path) {
    FieldReader in = FieldReader.of(value, path);
    word(in, "layer", List.of("dense"), PLANNED_LAYERS);
    in.only(List.of("layer", "units", "activation", "init", "bias", "biasInit"));
    int units = (int) in.whole("units", Limits.UNITS);
    Activation activation =
        in.optional("activation")
            .map(json -> activation(json, in.path("activation")))
            .orElse(Activation.of(Activation.Kind.IDENTITY));
    Initializer init =
        in.optional("init")
            .map(json -> initializer(json, in.path("init")))
            .orElse(Initializer.usualFor(activation));
    Initializer biasInit =
        in.optional("biasInit")
            .map(json -> initializer(json, in.path("biasInit")))
            .orElse(Initializer.ZEROS);
    return new LayerSpec.Dense(units, activation, init, in.bool("bias", true), biasInit);
  }

  private static Activation activation(Json value, String path) {
    List<String> kinds = names(Activation.Kind.values(), Activation.Kind::json);
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
    List<String> kinds = names(Initializer.Kind.values(), Initializer.Kind::json);
    Parameterised given = Parameterised.of(value, path, kinds, PLANNED_INITS);
    Initializer.Kind kind = Initializer.Kind.named(given.kind()).orElseThrow();
    String field = kind.parameterField();
    double parameter =
        switch (kind) {
          case CONSTANT -> given.parameter(field, Limits.ANY, kind.defaultParameter());
          case NORMAL -> given.parameter(field, Limits.STD, kind.defaultParameter());
          case UNIFORM -> given.parameter(field, Limits.UNIFORM_LIMIT, kind.defaultParameter());
          case ZEROS, XAVIER_NORMAL, XAVIER_UNIFORM, HE_NORMAL, HE_UNIFORM, LECUN_NORMAL ->
              given.noParameter();
        };
    return new Initializer(kind, parameter);
  }

  private static Loss loss(Json value, String path) {
    List<String> kinds = names(Loss.Kind.values(), Loss.Kind::json);
    Parameterised given = Parameterised.of(value, path, kinds, Set.of());
    Loss.Kind kind = Loss.Kind.named(given.kind()).orElseThrow();
    double parameter =
        switch (kind) {
          case HUBER ->
              given.parameter(kind.parameterField(), Limits.DELTA, kind.defaultParameter());
          case MSE, BCE, CROSS_ENTROPY -> given.noParameter();
        };
    return new Loss(kind, parameter);
  }

  private static BatchSize batch(FieldReader in) {
    return in.optional("batch")
        .map(
            value ->
                switch (value) {
                  case Json.Num _ -> new BatchSize((int) in.whole("batch", Limits.BATCH));
                  case Json.Text(String text) when text.equals("full") -> BatchSize.FULL;
                  case Json.Text _,
                      Json.Fields _,
                      Json.Items _,
                      Json.Numbers _,
                      Json.Table _,
                      Json.Bool _,
                      Json.Null _ ->
                      throw Problems.batch(in.path("batch"), Limits.BATCH.max(), value.excerpt())
                          .refused();
                })
        .orElse(BatchSize.DEFAULT);
  }

  private static Clip clip(FieldReader in) {
    Json value = in.optional("clip").orElse(new Json.Null());
    if (value instanceof Json.Null) {
      return Clip.NONE;
    }
    FieldReader clip = FieldReader.of(value, in.path("clip"));
    String word = word(clip, "kind", names(Clip.Kind.values(), Clip.Kind::json), Set.of());
    Clip.Kind kind = Clip.Kind.named(word).orElseThrow();
    if (kind == Clip.Kind.NONE) {
      clip.only(List.of("kind"));
      return Clip.NONE;
    }
    clip.only(List.of("kind", "limit"));
    return new Clip(kind, clip.real("limit", Limits.CLIP_LIMIT));
  }

  private static Penalty penalty(FieldReader in) {
    return in.optional("penalty")
        .map(value -> FieldReader.of(value, in.path("penalty")).only(List.of("l1", "l2")))
        .map(
            penalty ->
                new Penalty(
                    penalty.real("l1", Limits.PENALTY, 0), penalty.real("l2", Limits.PENALTY, 0)))
        .orElse(Penalty.NONE);
  }

  /// A field that holds one of several words.
  static String word(FieldReader in, String name, List<String> known, Set<String> planned) {
    Json value = in.required(name);
    return word(value, in.path(name), known, planned);
  }

  static String word(Json value, String path, List<String> known, Set<String> planned) {
    String word = FieldReader.textOf(value, path);
    if (known.contains(word)) {
      return word;
    }
    if (planned.contains(word)) {
      throw Problems.notBuilt(path, word).refused();
    }
    throw Problems.unknownWord(path, value, word, known).refused();
  }

  private static <T> List<String> names(T[] kinds, Function<T, String> json) {
    return Arrays.stream(kinds).map(json).toList();
  }

  /// A choice written as `"relu"` or as `{"kind": "leaky-relu", "slope": 0.01}`.
  private record Parameterised(String kind, Json value, String path) {
    static Parameterised of(Json value, String path, List<String> known, Set<String> planned) {
      return switch (value) {
        case Json.Text _ -> new Parameterised(word(value, path, known, planned), value, path);
        case Json.Fields _ ->
            new Parameterised(
                word(FieldReader.of(value, path), "kind", known, planned), value, path);
        case Json.Items _, Json.Numbers _, Json.Table _, Json.Num _, Json.Bool _, Json.Null _ ->
            throw Problems.expectedTextOrObject(path, value).refused();
      };
    }

    double parameter(String name, Limits.Real range, double otherwise) {
      if (value instanceof Json.Fields) {
        return FieldReader.of(value, path).only(List.of("kind", name)).real(name, range, otherwise);
      }
      return otherwise;
    }

    double noParameter() {
      if (value instanceof Json.Fields) {
        FieldReader.of(value, path).only(List.of("kind"));
      }
      return 0;
    }
  }
}
