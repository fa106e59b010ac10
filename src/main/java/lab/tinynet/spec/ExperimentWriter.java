package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes an experiment as JSON, every field in its place.
final class ExperimentWriter {
  private final JsonGenerator out;
  private final FieldWriter fields;

  ExperimentWriter(JsonGenerator out) {
    this.out = out;
    this.fields = new FieldWriter(out);
  }

  /// Writes an object with those fields that may change while it runs and do differ.
  void writeChanges(Experiment before, Experiment after) throws IOException {
    out.writeStartObject();
    if (!before.name().equals(after.name())) {
      out.writeStringField("name", after.name());
    }
    if (!before.optimizer().equals(after.optimizer())) {
      out.writeFieldName("optimizer");
      optimizer(after.optimizer());
    }
    if (!before.clip().equals(after.clip())) {
      clip(after.clip());
    }
    if (!before.penalty().equals(after.penalty())) {
      penalty(after.penalty());
    }
    out.writeEndObject();
  }

  void write(Experiment experiment) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", Experiment.FORMAT);
    out.writeStringField("name", experiment.name());
    out.writeNumberField("seed", experiment.seed());
    out.writeFieldName("data");
    data(experiment.data());
    new LayerWriter(out).write("network", experiment.network());
    Loss loss = experiment.loss();
    fields.choice("loss", loss.kind().json(), loss.kind().parameterField(), loss.parameter());
    out.writeFieldName("optimizer");
    optimizer(experiment.optimizer());
    if (experiment.batch().full()) {
      out.writeStringField("batch", "full");
    } else {
      out.writeNumberField("batch", experiment.batch().examples());
    }
    clip(experiment.clip());
    penalty(experiment.penalty());
    out.writeEndObject();
  }

  private void penalty(Penalty penalty) throws IOException {
    out.writeObjectFieldStart("penalty");
    fields.number("l1", penalty.l1());
    fields.number("l2", penalty.l2());
    out.writeEndObject();
  }

  private void data(DataSpec data) throws IOException {
    out.writeStartObject();
    switch (data) {
      case DataSpec.Generated(DataSpec.Shape shape, int examples, double noise, double test) -> {
        out.writeStringField("kind", shape.json());
        out.writeNumberField("examples", examples);
        fields.number("noise", noise);
        fields.number("test", test);
      }
      case DataSpec.Inline inline -> {
        out.writeStringField("kind", "inline");
        if (inline.shape().isPresent()) {
          shape(inline.shape().get());
        }
        matrix("x", inline.x());
        matrix("y", inline.y());
        matrix("testX", inline.testX());
        matrix("testY", inline.testY());
      }
      case DataSpec.Files files -> files(files);
    }
    out.writeEndObject();
  }

  private void files(DataSpec.Files files) throws IOException {
    out.writeStringField("kind", files.source().kind());
    switch (files.source()) {
      case FileSource.Csv csv -> {
        out.writeStringField("file", csv.file());
        orNull("delimiter", csv.delimiter().map(String::valueOf));
        out.writeFieldName("header");
        if (csv.header().isPresent()) {
          out.writeBoolean(csv.header().get());
        } else {
          out.writeNull();
        }
        OptionalInt column = csv.label().map(FileSource.Column::number).orElse(OptionalInt.empty());
        if (column.isPresent()) {
          out.writeNumberField("label", column.getAsInt());
        } else {
          orNull("label", csv.label().flatMap(FileSource.Column::name));
        }
        orNull("task", csv.task().map(FileSource.LabelKind::json));
      }
      case FileSource.Images images -> {
        out.writeStringField("folder", images.path());
        shape(images.shape());
        out.writeNumberField("examples", images.examples());
      }
      case FileSource.Idx idx -> {
        out.writeStringField("images", idx.images());
        out.writeStringField("labels", idx.labels());
        orNull("testImages", idx.test().map(FileSource.Idx.Pair::images));
        orNull("testLabels", idx.test().map(FileSource.Idx.Pair::labels));
        out.writeNumberField("examples", idx.examples());
      }
    }
    if (!files.source().hasTestFiles()) {
      fields.number("test", files.test());
    }
  }

  private void orNull(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    } else {
      out.writeNullField(name);
    }
  }

  private void shape(ImageShape shape) throws IOException {
    out.writeFieldName("shape");
    int[] sizes = {shape.channels(), shape.height(), shape.width()};
    out.writeArray(sizes, 0, sizes.length);
  }

  private void optimizer(Optimizer optimizer) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", optimizer.kind());
    fields.number("rate", optimizer.rate());
    switch (optimizer) {
      case Optimizer.Sgd _ -> {
        // The rate is all.
      }
      case Optimizer.Momentum momentum -> fields.number("momentum", momentum.momentum());
      case Optimizer.Nesterov nesterov -> fields.number("momentum", nesterov.momentum());
      case Optimizer.RmsProp rmsProp -> {
        fields.number("alpha", rmsProp.alpha());
        fields.number("epsilon", rmsProp.epsilon());
      }
      case Optimizer.Adagrad adagrad -> {
        fields.number("epsilon", adagrad.epsilon());
        fields.number("initialAccumulator", adagrad.initialAccumulator());
      }
      case Optimizer.Adam adam -> {
        fields.number("beta1", adam.beta1());
        fields.number("beta2", adam.beta2());
        fields.number("epsilon", adam.epsilon());
      }
      case Optimizer.AdamW adam -> {
        fields.number("beta1", adam.beta1());
        fields.number("beta2", adam.beta2());
        fields.number("epsilon", adam.epsilon());
        fields.number("weightDecay", adam.weightDecay());
      }
    }
    schedule(optimizer.schedule());
    out.writeEndObject();
  }

  private void schedule(Schedule schedule) throws IOException {
    if (schedule instanceof Schedule.Constant) {
      out.writeStringField("schedule", schedule.kind());
      return;
    }
    out.writeObjectFieldStart("schedule");
    out.writeStringField("kind", schedule.kind());
    switch (schedule) {
      case Schedule.Constant() -> {
        // Written as a word above.
      }
      case Schedule.Staircase(long every, double factor) -> {
        out.writeNumberField("every", every);
        fields.number("factor", factor);
      }
      case Schedule.Cosine(long steps, double to) -> {
        out.writeNumberField("steps", steps);
        fields.number("to", to);
      }
      case Schedule.Warmup(long steps) -> out.writeNumberField("steps", steps);
    }
    out.writeEndObject();
  }

  private void clip(Clip clip) throws IOException {
    if (clip.kind() == Clip.Kind.NONE) {
      out.writeNullField("clip");
      return;
    }
    out.writeObjectFieldStart("clip");
    out.writeStringField("kind", clip.kind().json());
    fields.number("limit", clip.limit());
    out.writeEndObject();
  }

  private void matrix(String name, Matrix matrix) throws IOException {
    out.writeFieldName(name);
    JsonNumbers.write(out, matrix);
  }
}
