package lab.tinynet.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The experiments that come with the lab, `assets/presets/*.json`, in the order of their
/// `index.json`.
public final class Presets {
  private static final String FOLDER = "/presets/";

  private Presets() {}

  /// All presets; the first is the one the lab opens with.
  public static List<Preset> all() {
    return Loaded.PRESETS;
  }

  /// What the lab opens with.
  public static Preset first() {
    return all().getFirst();
  }

  public static Optional<Preset> find(String name) {
    return Optional.ofNullable(Loaded.BY_NAME.get(name));
  }

  /// The preset of this name.
  ///
  /// @throws InvalidInput if there is none
  public static Preset named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                Problems.unknownPreset(name, all().stream().map(Preset::name).toList()).refused());
  }

  private static Preset load(String name) {
    FieldReader in = FieldReader.of(resource(name + ".json"), "");
    in.only(List.of("title", "shows", "question", "spec", "promise", "remedies"));
    Json spec = in.required("spec");
    return new Preset(
        name,
        wording(in, "title"),
        wording(in, "shows"),
        in.optional("question").map(value -> FieldReader.textOf(value, "question")),
        ExperimentReader.read(spec, "spec", Path.of("")),
        in.optional("promise").map(value -> PromiseReader.read(value, "promise")),
        in.optional("remedies").map(value -> remedies(value, spec)).orElse(List.of()));
  }

  private static List<Remedy> remedies(Json value, Json spec) {
    if (value instanceof Json.Items(List<Json> items)) {
      return items.stream().map(item -> remedy(item, spec)).toList();
    }
    throw Problems.expectedArray("remedies", value).refused();
  }

  private static Remedy remedy(Json value, Json spec) {
    FieldReader in = FieldReader.of(value, "remedies").only(List.of("title", "set", "promise"));
    if (!(in.required("set") instanceof Json.Fields(Map<String, Json> changes))) {
      throw Problems.expectedObject(in.path("set"), in.required("set")).refused();
    }
    Json changed = spec;
    for (Map.Entry<String, Json> change : changes.entrySet()) {
      changed = JsonChange.set(changed, change.getKey(), change.getValue());
    }
    return new Remedy(
        wording(in, "title"),
        ExperimentReader.read(changed, "spec", Path.of("")),
        PromiseReader.read(in.required("promise"), in.path("promise")));
  }

  private static Wording wording(FieldReader in, String name) {
    FieldReader both = FieldReader.of(in.required(name), name).only(List.of("zh", "en"));
    return new Wording(both.text("zh"), both.text("en"));
  }

  private static List<String> index() {
    FieldReader in = FieldReader.of(resource("index.json"), "").only(List.of("presets"));
    if (in.required("presets") instanceof Json.Items(List<Json> items)) {
      return items.stream().map(item -> FieldReader.textOf(item, "presets")).toList();
    }
    throw Problems.expectedArray("presets", in.required("presets")).refused();
  }

  private static Json resource(String file) {
    String path = FOLDER + file;
    try (InputStream in = Presets.class.getResourceAsStream(path)) {
      return JsonText.parse(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  /// Read on first use.
  private static final class Loaded {
    private static final List<Preset> PRESETS = index().stream().map(Presets::load).toList();
    private static final Map<String, Preset> BY_NAME =
        PRESETS.stream().collect(Collectors.toUnmodifiableMap(Preset::name, Function.identity()));
  }
}
