package lab.tinynet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.WeightEdit;

/// The changes that `train --edits FILE` makes while it runs:
/// `[{"step": 120, "path": "optimizer.rate", "value": 0.1}, …]`.
final class EditScript {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Set<String> FIELDS = Set.of("step", "path", "value");

  /// What can change without starting anew.
  private static final Set<String> CHANGEABLE =
      Set.of("optimizer", "clip", "penalty", WeightEdit.ROOT);

  private final Console console;
  private final Path file;

  private EditScript(Console console, Path file) {
    this.console = console;
    this.file = file;
  }

  /// Reads the changes in the order of their steps, each with the experiment that it leads to.
  ///
  /// @throws Refusal if the file cannot be read, or a change is none that a running experiment can
  ///     take
  static List<Edit> read(Console console, Path file, Experiment experiment) {
    return new EditScript(console, file).read(experiment);
  }

  private List<Edit> read(Experiment first) {
    JsonNode root = parse();
    if (!root.isArray()) {
      throw refused("", "app.edits.notAList");
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < root.size(); i++) {
      changes.add(change("[" + i + "]", root.get(i)));
    }
    changes.sort(Comparator.comparingLong(Change::step));
    List<Edit> edits = new ArrayList<>();
    Experiment now = first;
    for (Change change : changes) {
      List<WeightEdit> weights = List.of();
      if (change.path().startsWith(WeightEdit.ROOT + ".")) {
        weights = List.of(weight(change));
      } else {
        now = apply(change, now);
      }
      edits.add(new Edit(change.step(), change.path(), change.value().toString(), now, weights));
    }
    return edits;
  }

  private record Change(String place, long step, String path, JsonNode value) {}

  private JsonNode parse() {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw refused(
          "",
          "spec.problem.not-json",
          "line",
          e.getLocation().getLineNr(),
          "column",
          e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw refused(
          "", Files.exists(file) ? "spec.problem.file-unreadable" : "spec.problem.file-not-found");
    }
  }

  private Change change(String place, JsonNode node) {
    if (!node.isObject() || !FIELDS.equals(Set.copyOf(names(node)))) {
      throw refused(place, "app.edits.fields");
    }
    JsonNode step = node.get("step");
    if (!step.canConvertToExactIntegral() || step.longValue() < 0) {
      throw refused(place + ".step", "app.edits.step", "value", step);
    }
    String path = node.get("path").asText();
    if (!CHANGEABLE.contains(DOT.splitAsStream(path).findFirst().orElse(""))) {
      throw refused(place + ".path", "app.edits.path", "value", path);
    }
    return new Change(place, step.longValue(), path, node.get("value"));
  }

  private WeightEdit weight(Change change) {
    if (!change.value().isNumber() || !Double.isFinite(change.value().asDouble())) {
      throw refused(change.place() + ".value", "app.edits.number", "value", change.value());
    }
    return new WeightEdit(change.path(), change.value().asDouble());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Experiment apply(Change change, Experiment experiment) {
    try {
      JsonNode spec = JSON.readTree(SpecJson.write(experiment));
      List<String> steps = DOT.splitAsStream(change.path()).toList();
      JsonNode parent = spec;
      for (String step : steps.subList(0, steps.size() - 1)) {
        parent = parent.path(step);
      }
      if (!(parent instanceof ObjectNode fields)) {
        throw refused(change.place() + ".path", "app.edits.noSuchField", "value", change.path());
      }
      fields.set(steps.getLast(), change.value());
      // No change is one of the data, which keep what has been read of their files.
      return SpecJson.read(spec.toString()).withData(experiment.data());
    } catch (InvalidInput e) {
      throw new Refusal(
          file + ": " + change.place() + ": " + console.messages().sentence(e.problem()), e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a written experiment is JSON", e);
    }
  }

  private Refusal refused(String place, String key, Object... namesAndValues) {
    String where = place.isEmpty() ? file + ": " : file + ": " + place + ": ";
    return new Refusal(where + console.text(key, namesAndValues));
  }
}
