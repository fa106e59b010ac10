package lab.tinynet.tutor.question;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.tinynet.tutor.question.Flaw.Code;

/// A place in a JSON file that collects what is wrong instead of stopping at the first flaw.
///
/// @param flaws receives what is found wrong, here and below
record Json(String file, String path, JsonNode node, List<Flaw> flaws) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  static Json parse(String file, String text, List<Flaw> flaws) {
    try {
      return new Json(file, "", MAPPER.readTree(text), flaws);
    } catch (JsonProcessingException e) {
      flaws.add(
          new Flaw(
              file,
              "",
              Code.NOT_JSON,
              Map.of(
                  "line", String.valueOf(e.getLocation().getLineNr()),
                  "column", String.valueOf(e.getLocation().getColumnNr()))));
      return new Json(file, "", MissingNode.getInstance(), new ArrayList<>());
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  /// The field of an object; its absence is a flaw.
  Json at(String name) {
    Json field = new Json(file, join(name), node.path(name), flaws);
    if (node.isObject() && field.node.isMissingNode()) {
      field.wrong(Code.MISSING_FIELD);
    }
    return field;
  }

  /// Says which fields an object may have.
  Json only(String... names) {
    if (!node.isObject()) {
      wrong(Code.EXPECTED_OBJECT);
      return this;
    }
    Set<String> known = Set.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                new Json(file, join(name), node.path(name), flaws)
                    .wrong(Code.UNKNOWN_FIELD, "known", String.join(", ", names));
              }
            });
    return this;
  }

  List<Json> items() {
    if (!node.isArray()) {
      wrong(Code.EXPECTED_ARRAY);
      return List.of();
    }
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Json(file, path + "[" + i + "]", node.get(i), flaws));
    }
    return items;
  }

  List<Json> optionalItems(String name) {
    return has(name) ? at(name).items() : List.of();
  }

  Map<String, Json> fields() {
    if (!node.isObject()) {
      wrong(Code.EXPECTED_OBJECT);
      return Map.of();
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    node.fieldNames()
        .forEachRemaining(
            name -> fields.put(name, new Json(file, join(name), node.path(name), flaws)));
    return fields;
  }

  String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      wrong(Code.EXPECTED_TEXT);
      return "";
    }
    return node.textValue();
  }

  List<String> texts() {
    return items().stream().map(Json::text).toList();
  }

  List<String> optionalTexts(String name) {
    return has(name) ? at(name).texts() : List.of();
  }

  double number() {
    if (!node.isNumber()) {
      wrong(Code.EXPECTED_NUMBER);
    }
    return node.asDouble();
  }

  LocalText localText() {
    only("zh", "en");
    return new LocalText(at("zh").text(), at("en").text());
  }

  void wrong(Code code) {
    if (!node.isMissingNode() || code == Code.MISSING_FIELD) {
      flaws.add(new Flaw(file, path, code, Map.of()));
    }
  }

  void wrong(Code code, String name, String value) {
    flaws.add(new Flaw(file, path, code, Map.of(name, value)));
  }

  private String join(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
