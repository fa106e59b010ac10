package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One thing in which experiments differ.
///
/// @param path the field, as a problem would name it: `network[0].activation`
/// @param values its value in each experiment, as JSON: `"relu"`, `{"kind": "sgd", "rate": 0.1}`;
///     empty where the experiment has no such field
public record SpecDifference(String path, List<String> values) {
  public SpecDifference {
    values = List.copyOf(values);
  }

  /// Everything in which experiments on the same data differ, but for their names. Things of
  /// different kinds (two optimisers, two kinds of layer) are stated whole.
  public static List<SpecDifference> between(List<Experiment> experiments) {
    // Examples can be long, and nobody asks for them.
    DataSpec none = DataSpec.Generated.usual(DataSpec.Shape.CIRCLE);
    List<Json> trees =
        experiments.stream()
            .map(experiment -> experiment.withName("").withData(none))
            .map(experiment -> JsonText.parse(SpecJson.write(experiment)))
            .toList();
    List<SpecDifference> found = new ArrayList<>();
    compare("", trees, found);
    return List.copyOf(found);
  }

  private static void compare(String path, List<Json> values, List<SpecDifference> found) {
    List<String> texts = values.stream().map(SpecDifference::text).toList();
    if (texts.stream().distinct().count() <= 1) {
      return;
    }
    if (values.stream().allMatch(Json.Fields.class::isInstance) && ofOneKind(values)) {
      Set<String> names = new LinkedHashSet<>();
      values.forEach(value -> names.addAll(((Json.Fields) value).fields().keySet()));
      for (String name : names) {
        List<Json> each =
            values.stream()
                .map(value -> ((Json.Fields) value).fields().getOrDefault(name, MISSING))
                .toList();
        compare(Paths.field(path, name), each, found);
      }
    } else if (values.stream().allMatch(Json.Items.class::isInstance) && ofOneLength(values)) {
      int length = ((Json.Items) values.getFirst()).items().size();
      for (int i = 0; i < length; i++) {
        int index = i;
        List<Json> each =
            values.stream().map(value -> ((Json.Items) value).items().get(index)).toList();
        compare(Paths.index(path, i), each, found);
      }
    } else {
      found.add(new SpecDifference(path, texts));
    }
  }

  /// Stands for a field that is not there; nothing else is an object without fields.
  private static final Json MISSING = new Json.Fields(Map.of());

  private static boolean ofOneKind(List<Json> values) {
    return !values.contains(MISSING)
        && values.stream()
                .map(value -> ((Json.Fields) value).fields())
                .map(fields -> List.of(word(fields, "kind"), word(fields, "layer")))
                .distinct()
                .count()
            == 1;
  }

  private static String word(Map<String, Json> fields, String name) {
    return fields.containsKey(name) ? text(fields.get(name)) : "";
  }

  private static boolean ofOneLength(List<Json> values) {
    return values.stream().map(value -> ((Json.Items) value).items().size()).distinct().count()
        == 1;
  }

  private static String text(Json value) {
    return switch (value) {
      case Json.Fields(var fields) ->
          fields.isEmpty()
              ? ""
              : fields.entrySet().stream()
                  .map(field -> '"' + field.getKey() + "\": " + text(field.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case Json.Items(var items) ->
          items.stream().map(SpecDifference::text).collect(Collectors.joining(", ", "[", "]"));
      case Json.Numbers numbers ->
          IntStream.range(0, numbers.values().length)
              .mapToObj(i -> text(numbers.get(i)))
              .collect(Collectors.joining(", ", "[", "]"));
      case Json.Table table ->
          IntStream.range(0, table.rows())
              .mapToObj(row -> text(table.row(row)))
              .collect(Collectors.joining(", ", "[", "]"));
      case Json.Num num -> num.text();
      case Json.Text(String word) -> '"' + word + '"';
      case Json.Bool(boolean bool) -> String.valueOf(bool);
      case Json.Null() -> "null";
    };
  }
}
