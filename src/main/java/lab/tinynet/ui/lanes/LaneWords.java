package lab.tinynet.ui.lanes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.EditWords;

/// Says what is different about lanes.
final class LaneWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Fields whose values speak for themselves.
  private static final Set<String> PLAIN =
      Set.of("activation", "init", "optimizer", "clip", "loss", LaneDifference.BATCH_NORM);

  private final I18n i18n;
  private final EditWords paths;

  LaneWords(I18n i18n) {
    this.i18n = i18n;
    this.paths = new EditWords(i18n);
  }

  /// The sentence above the lanes.
  String sentence(List<LaneDifference> differences) {
    String what =
        differences.stream()
            .map(
                each ->
                    i18n.text(
                        "ui.lanes.difference",
                        "name",
                        name(each),
                        "values",
                        each.values().stream()
                            .map(value -> value(each, value))
                            .distinct()
                            .collect(Collectors.joining(" · "))))
            .collect(Collectors.joining(i18n.text("ui.lanes.and")));
    return switch (differences.size()) {
      case 0 -> i18n.text("ui.lanes.same");
      case 1 -> i18n.text("ui.lanes.one", "what", what);
      default -> i18n.text("ui.lanes.many", "count", differences.size(), "what", what);
    };
  }

  /// What is different about one lane.
  String heading(List<LaneDifference> differences, int lane) {
    return differences.stream()
        .map(
            each -> {
              String value = value(each, each.values().get(lane));
              return PLAIN.contains(each.field())
                  ? value
                  : i18n.text("ui.lanes.value", "name", shortName(each), "value", value);
            })
        .collect(Collectors.joining(" · "));
  }

  private String name(LaneDifference difference) {
    String field = shortName(difference);
    if (difference.all()) {
      return i18n.text("ui.lanes.ofHidden", "field", field);
    }
    return switch (difference.layers().size()) {
      case 0 -> field;
      default ->
          i18n.text(
              "ui.path.ofLayer",
              "number",
              difference.layers().stream()
                  .map(layer -> String.valueOf(layer + 1))
                  .collect(Collectors.joining(i18n.text("ui.lanes.comma"))),
              "field",
              field);
    };
  }

  private String shortName(LaneDifference difference) {
    if (difference.field().equals(LaneDifference.BATCH_NORM)) {
      return i18n.text("ui.lanes.aspect.batch-norm");
    }
    String key = "ui.path.layer." + difference.field();
    return difference.layers().isEmpty() || !i18n.messages().has(key)
        ? paths.path(difference.field())
        : i18n.text(key);
  }

  /// What each lane has of the first thing that differs, the current experiment's first.
  List<String> values(LaneDraft draft) {
    LaneDraft.Row row = draft.rows().getFirst();
    List<String> all = new ArrayList<>();
    all.add(
        row.aspect()
            .present(draft.base())
            .map(value -> value(row.aspect(), value))
            .orElseGet(() -> i18n.text("ui.lanes.mixed")));
    row.values().stream()
        .limit(draft.lanes() - 1L)
        .forEach(value -> all.add(value(row.aspect(), value)));
    return all;
  }

  /// A value of an aspect, as it stands in a draft.
  String value(Aspect aspect, String value) {
    return switch (aspect) {
      case ACTIVATION -> i18n.text("ui.activation." + value);
      case INITIALIZATION -> init(value);
      case OPTIMIZER -> i18n.text("ui.optimizer." + value);
      case CLIP ->
          value.equals(Aspect.NONE)
              ? i18n.text("ui.lanes.clip.none")
              : i18n.text("ui.lanes.clip.norm", "limit", value);
      case BATCH_NORM -> i18n.text("ui.lanes.batch-norm." + value);
      case RATE, UNITS, PENALTY -> value;
    };
  }

  private String init(String kind) {
    String key = "ui.init." + kind;
    return i18n.messages().has(key) ? i18n.text(key) : kind;
  }

  private String value(LaneDifference difference, String json) {
    if (difference.field().equals(LaneDifference.BATCH_NORM)) {
      return i18n.text("ui.lanes.batch-norm." + json);
    }
    if (json.isEmpty()) {
      return i18n.text("ui.lanes.absent");
    }
    JsonNode node = parsed(json);
    String kind = node.isObject() ? node.path("kind").asText() : node.asText();
    String parameters = parameters(node);
    return switch (difference.field()) {
      case "activation" -> i18n.text("ui.activation." + kind) + parameters;
      case "init", "biasInit" -> init(kind) + parameters;
      case "loss" -> i18n.text("ui.loss." + kind) + parameters;
      case "optimizer" -> i18n.text("ui.optimizer." + kind);
      case "clip" -> clip(node);
      case "network" -> network(node);
      default -> brief(node);
    };
  }

  private String clip(JsonNode node) {
    if (!node.isObject()) {
      return i18n.text("ui.lanes.clip.none");
    }
    String limit = node.path("limit").asText();
    return node.path("kind").asText().equals("norm")
        ? i18n.text("ui.lanes.clip.norm", "limit", limit)
        : i18n.text("ui.clip." + node.path("kind").asText()) + " " + limit;
  }

  /// `8 → 8 → 1`: the units of dense layers, the kinds of others.
  private static String network(JsonNode layers) {
    return layers
        .valueStream()
        .map(
            layer ->
                layer.has("units") ? layer.path("units").asText() : layer.path("layer").asText())
        .collect(Collectors.joining(" → "));
  }

  /// Numbers beside the kind: ` 0.01`.
  private static String parameters(JsonNode node) {
    return node.isObject()
        ? node.propertyStream()
            .filter(field -> field.getValue().isNumber())
            .map(field -> " " + field.getValue().asText())
            .collect(Collectors.joining())
        : "";
  }

  private String brief(JsonNode node) {
    if (node.isObject()) {
      return node.has("layer") ? node.path("layer").asText() : node.path("kind").asText();
    }
    return node.isNull() ? i18n.text("ui.lanes.absent") : node.asText();
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
