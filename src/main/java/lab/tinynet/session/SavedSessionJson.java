package lab.tinynet.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.WeightEdit;

/// The JSON form of a saved session, format 1: `{"position": 650, "current": 2, "specs": [{…}],
/// "branches": [{"number": 1, "name": "", "parent": null, "from": 0, "end": 900, "spec": 0,
/// "edits": [{"step": 400, "change": {"optimizer": {…}}, "weights": [{"path": …, "value": …}]}]},
/// …]}`.
///
/// A specification that is very long (with its examples written in it) is kept beside it, and in
/// its place stands the name under which it is found. An edit says what it changed.
final class SavedSessionJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A specification of more characters is kept beside.
  static final int LONG = 1 << 16;

  private SavedSessionJson() {}

  /// Where the texts of long specifications are kept.
  interface Specs {
    /// The text of a specification. The same object has the same text.
    String text(Experiment experiment);

    /// Keeps a text.
    ///
    /// @return the name under which it is found
    String keep(String text) throws IOException;

    /// Finds an experiment.
    ///
    /// @throws lab.tinynet.spec.InvalidInput if it is not there, or not whole
    Experiment find(String name);
  }

  static byte[] write(SavedSession session, Specs specs) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      List<Experiment> starts =
          session.timeline().branches().stream().map(Branch::start).distinct().toList();
      out.writeStartObject();
      out.writeNumberField("position", session.position());
      out.writeNumberField("current", session.timeline().current());
      out.writeArrayFieldStart("specs");
      for (Experiment start : starts) {
        String text = specs.text(start);
        if (text.length() > LONG) {
          out.writeString(specs.keep(text));
        } else {
          out.writeRawValue(text);
        }
      }
      out.writeEndArray();
      out.writeArrayFieldStart("branches");
      for (Branch branch : session.timeline().branches()) {
        write(branch, starts.indexOf(branch.start()), out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Branch branch, int spec, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("number", branch.number());
    out.writeStringField("name", branch.name());
    if (branch.parent().isPresent()) {
      out.writeNumberField("parent", branch.parent().getAsInt());
    } else {
      out.writeNullField("parent");
    }
    out.writeNumberField("from", branch.from());
    out.writeNumberField("end", branch.end());
    out.writeNumberField("spec", spec);
    out.writeArrayFieldStart("edits");
    Experiment before = branch.start();
    for (StampedEdit edit : branch.edits()) {
      out.writeStartObject();
      out.writeNumberField("step", edit.step());
      out.writeFieldName("change");
      SpecJson.writeChanges(before, edit.experiment(), out);
      if (!edit.weights().isEmpty()) {
        writeWeights(edit.weights(), out);
      }
      out.writeEndObject();
      before = edit.experiment();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeWeights(List<WeightEdit> edits, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(WeightEdit.ROOT);
    for (WeightEdit edit : edits) {
      out.writeStartObject();
      out.writeStringField("path", edit.path());
      out.writeNumberField("value", edit.value());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static List<WeightEdit> weights(JsonNode edit) {
    List<WeightEdit> edits = new ArrayList<>();
    for (JsonNode each : edit.path(WeightEdit.ROOT)) {
      require(each.path("value").isNumber());
      edits.add(new WeightEdit(each.path("path").asText(), each.path("value").asDouble()));
    }
    return edits;
  }

  /// @throws lab.tinynet.spec.InvalidInput if the text is no session, or a specification of it is
  ///     not to be had
  static SavedSession read(byte[] text, Specs specs) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Experiment> starts = new ArrayList<>();
      for (JsonNode spec : array(root, "specs")) {
        starts.add(spec.isTextual() ? specs.find(spec.asText()) : SpecJson.read(spec.toString()));
      }
      List<Branch> branches = new ArrayList<>();
      Set<Integer> numbers = new HashSet<>();
      for (JsonNode node : array(root, "branches")) {
        Branch branch = branch(node, starts);
        require(numbers.add(branch.number()));
        branches.add(branch);
      }
      branches.sort(Comparator.comparingInt(Branch::number));
      int current = Math.toIntExact(whole(root, "current"));
      require(numbers.contains(current));
      Timeline timeline = new Timeline(branches, current, OptionalLong.empty());
      long position = whole(root, "position");
      require(position <= timeline.currentBranch().end());
      return new SavedSession(timeline, position);
    } catch (IOException | ArithmeticException e) {
      throw SessionProblems.fileDamaged().refused();
    }
  }

  private static Branch branch(JsonNode node, List<Experiment> starts) {
    long spec = whole(node, "spec");
    require(spec < starts.size());
    Experiment start = starts.get((int) spec);
    long end = whole(node, "end");
    long from = whole(node, "from");
    require(from <= end);
    List<StampedEdit> edits = new ArrayList<>();
    Experiment now = start;
    long last = 0;
    for (JsonNode edit : array(node, "edits")) {
      now = SpecJson.readChanges(now, edit.path("change").toString());
      long step = whole(edit, "step");
      require(step >= last && step <= end);
      last = step;
      edits.add(new StampedEdit(step, now, weights(edit)));
    }
    return new Branch(
        Math.toIntExact(whole(node, "number")),
        node.path("name").asText(),
        node.path("parent").isNull()
            ? OptionalInt.empty()
            : OptionalInt.of(Math.toIntExact(whole(node, "parent"))),
        from,
        start,
        edits,
        end);
  }

  private static JsonNode array(JsonNode node, String name) {
    require(node.path(name).isArray());
    return node.path(name);
  }

  private static long whole(JsonNode node, String name) {
    JsonNode value = node.path(name);
    require(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0);
    return value.longValue();
  }

  private static void require(boolean right) {
    if (!right) {
      throw SessionProblems.fileDamaged().refused();
    }
  }
}
