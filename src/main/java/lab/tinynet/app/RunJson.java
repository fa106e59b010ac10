package lab.tinynet.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.JsonNumbers;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.WeightsJson;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Writes `RUN.json`, format 1, in one pass over the log, whatever its length.
final class RunJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int CHUNK = 4096;

  private final JsonGenerator out;
  private final RunLog log;
  private final double[] buffer = new double[CHUNK];

  private RunJson(JsonGenerator out, RunLog log) {
    this.out = out;
    this.log = log;
  }

  /// Writes a run in UTF-8. Leaves the stream open.
  ///
  /// @throws IllegalArgumentException if the log no longer holds every step exactly
  static void write(OutputStream stream, FinishedRun run) throws IOException {
    RunLog log = run.log();
    if (log.steps().exactFrom() > 0 || log.probes().exactFrom() > 0) {
      throw new IllegalArgumentException("the log has forgotten its first steps");
    }
    try (JsonGenerator out = FACTORY.createGenerator(stream, JsonEncoding.UTF8)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.setPrettyPrinter(new RunLayout());
      new RunJson(out, log).write(run);
      out.writeRaw('\n');
    }
  }

  private void write(FinishedRun run) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", Experiment.FORMAT);
    out.writeFieldName("spec");
    SpecJson.write(run.experiment(), out);
    if (!run.edits().isEmpty()) {
      edits(run.edits());
    }
    out.writeNumberField("steps", log.length());
    out.writeStringField("outcome", run.outcome().json());
    cause(run);
    out.writeArrayFieldStart("layers");
    for (LayerInfo layer : log.layers()) {
      out.writeString(layer.name());
    }
    out.writeEndArray();
    out.writeFieldName("series");
    series(run);
    out.writeFieldName("weights");
    WeightsJson.write(run.weights(), out);
    out.writeEndObject();
  }

  private void edits(List<Edit> edits) throws IOException {
    out.writeArrayFieldStart("edits");
    for (Edit edit : edits) {
      out.writeStartObject();
      out.writeNumberField("step", edit.step());
      out.writeStringField("path", edit.path());
      out.writeFieldName("value");
      out.writeRawValue(edit.value());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void cause(FinishedRun run) throws IOException {
    if (run.divergence().isEmpty()) {
      out.writeNullField("divergedAt");
      out.writeNullField("cause");
      return;
    }
    Divergence cause = run.divergence().get();
    out.writeNumberField("divergedAt", cause.step());
    out.writeObjectFieldStart("cause");
    out.writeNumberField("step", cause.step());
    out.writeStringField("layer", cause.layer());
    out.writeStringField("quantity", cause.quantity().json());
    out.writeEndObject();
  }

  private void series(FinishedRun run) throws IOException {
    out.writeStartObject();
    field("loss", Quantity.LOSS);
    out.writeObjectFieldStart("gradientNorm");
    layers("raw", Quantity.RAW_NORM, LayerInfo::parameters);
    layers("applied", Quantity.APPLIED_NORM, LayerInfo::parameters);
    out.writeEndObject();
    layers("updateRatio", Quantity.UPDATE_RATIO, LayerInfo::parameters);
    layers("silentUnits", Quantity.SILENT_UNITS, LayerInfo::rectifier);
    out.writeObjectFieldStart("deadUnits");
    field("step", Quantity.PROBE_STEP);
    layers("count", Quantity.DEAD_UNITS, LayerInfo::rectifier);
    out.writeEndObject();
    out.writeObjectFieldStart("train");
    field("step", Quantity.PROBE_STEP);
    field("loss", Quantity.TRAIN_LOSS);
    optional("accuracy", run.classifies(), Quantity.TRAIN_ACCURACY);
    out.writeEndObject();
    out.writeObjectFieldStart("test");
    if (run.tested()) {
      field("step", Quantity.PROBE_STEP);
    } else {
      out.writeArrayFieldStart("step");
      out.writeEndArray();
    }
    optional("loss", run.tested(), Quantity.TEST_LOSS);
    optional("accuracy", run.tested() && run.classifies(), Quantity.TEST_ACCURACY);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void field(String name, Quantity quantity) throws IOException {
    out.writeFieldName(name);
    column(log.ledger(quantity), log.column(quantity));
  }

  private void optional(String name, boolean applies, Quantity quantity) throws IOException {
    if (applies) {
      field(name, quantity);
    } else {
      out.writeNullField(name);
    }
  }

  /// [layer][step], null for a layer to which the quantity doesn't apply.
  private void layers(String name, Quantity quantity, Predicate<LayerInfo> applies)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (int layer = 0; layer < log.layers().size(); layer++) {
      if (applies.test(log.layers().get(layer))) {
        column(log.ledger(quantity), log.column(quantity, layer));
      } else {
        out.writeNull();
      }
    }
    out.writeEndArray();
  }

  private void column(Ledger ledger, int column) throws IOException {
    out.writeStartArray();
    long length = ledger.length();
    for (long from = 0; from < length; from += CHUNK) {
      int count = (int) Math.min(CHUNK, length - from);
      if (!ledger.copy(column, from, count, buffer)) {
        throw new IllegalArgumentException("the log has forgotten step " + (from + 1));
      }
      for (int i = 0; i < count; i++) {
        JsonNumbers.write(out, buffer[i]);
      }
    }
    out.writeEndArray();
  }
}
