package lab.tinynet.ui.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The JSON form of the table of results, format 1.
final class ResultsJson {
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultsJson() {}

  /// The file comes from a newer version of the program.
  static final class NewerFormat extends IOException {
    private static final long serialVersionUID = 1;
  }

  static byte[] write(List<RunResult> results) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
    ArrayNode rows = root.putArray("results");
    for (RunResult result : results) {
      ObjectNode row = rows.addObject();
      row.put("course", result.course());
      result.preset().ifPresent(preset -> row.put("preset", preset));
      row.put("name", result.name());
      row.put("units", result.units());
      result.activations().forEach(row.withArray("activations")::add);
      row.put("data", result.data());
      row.put("seed", result.seed());
      row.put("optimizer", result.optimizer());
      row.put("rate", result.rate());
      row.put("steps", result.steps());
      result.trainLoss().ifPresent(value -> row.put("trainLoss", value));
      result.testLoss().ifPresent(value -> row.put("testLoss", value));
      result.trainAccuracy().ifPresent(value -> row.put("trainAccuracy", value));
      result.testAccuracy().ifPresent(value -> row.put("testAccuracy", value));
      row.put("dead", result.dead());
      row.put("mortal", result.mortal());
      result.diverged().ifPresent(step -> row.put("diverged", step));
      row.put("when", result.when().toString());
      result.session().ifPresent(session -> row.put("session", session));
    }
    return JSON.writeValueAsBytes(root);
  }

  /// @throws NewerFormat if a newer version wrote it
  /// @throws IOException if it is no table of results
  static List<RunResult> read(byte[] text) throws IOException {
    JsonNode root = JSON.readTree(text);
    if (root.path("format").asInt() > FORMAT) {
      throw new NewerFormat();
    }
    if (root.path("format").asInt() != FORMAT || !root.path("results").isArray()) {
      throw new IOException("no table of results");
    }
    List<RunResult> results = new ArrayList<>();
    for (JsonNode row : root.path("results")) {
      results.add(result(row));
    }
    return List.copyOf(results);
  }

  private static RunResult result(JsonNode row) throws IOException {
    if (!row.path("course").isTextual() || !row.path("steps").isIntegralNumber()) {
      throw new IOException("no result");
    }
    List<String> activations = new ArrayList<>();
    row.path("activations").forEach(each -> activations.add(each.asText()));
    try {
      return new RunResult(
          row.path("course").asText(),
          word(row, "preset"),
          row.path("name").asText(),
          row.path("units").asText(),
          activations,
          row.path("data").asText(),
          row.path("seed").asLong(),
          row.path("optimizer").asText(),
          row.path("rate").asDouble(),
          row.path("steps").asLong(),
          number(row, "trainLoss"),
          number(row, "testLoss"),
          number(row, "trainAccuracy"),
          number(row, "testAccuracy"),
          row.path("dead").asInt(),
          row.path("mortal").asInt(),
          row.path("diverged").isIntegralNumber()
              ? OptionalLong.of(row.path("diverged").asLong())
              : OptionalLong.empty(),
          Instant.parse(row.path("when").asText()),
          word(row, "session"));
    } catch (DateTimeException e) {
      throw new IOException("no time", e);
    }
  }

  private static Optional<String> word(JsonNode row, String name) {
    return row.path(name).isTextual() ? Optional.of(row.path(name).asText()) : Optional.empty();
  }

  private static OptionalDouble number(JsonNode row, String name) {
    return row.path(name).isNumber()
        ? OptionalDouble.of(row.path(name).asDouble())
        : OptionalDouble.empty();
  }
}
