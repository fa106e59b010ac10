package lab.tinynet.spec;

import java.nio.file.Path;
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

  /// What may change while an experiment runs.
  private static final List<String> CHANGEABLE = List.of("name", "optimizer", "clip", "penalty");

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
            LayerReader.network(in.required("network"), in.path("network")),
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

  /// An experiment with some of the fields changed that may change while it runs.
  static Experiment readChanges(Experiment before, Json root, String path) {
    FieldReader in = FieldReader.of(root, path).only(CHANGEABLE);
    Experiment after = before.withName(in.text("name", before.name()));
    if (in.optional("optimizer").isPresent()) {
      after =
          after.withOptimizer(OptimizerReader.read(in.required("optimizer"), in.path("optimizer")));
    }
    if (in.optional("clip").isPresent()) {
      after = after.withClip(clip(in));
    }
    return in.optional("penalty").isPresent() ? after.withPenalty(penalty(in)) : after;
  }

  static void format(FieldReader in) {
    Json format = in.required("format");
    FieldReader.num(format, in.path("format"));
    if (!(format instanceof Json.Num num && num.value() == Experiment.FORMAT)) {
      throw Problems.unknownFormat(in.path("format"), format).refused();
    }
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

  static <T> List<String> names(T[] kinds, Function<T, String> json) {
    return Arrays.stream(kinds).map(json).toList();
  }
}
