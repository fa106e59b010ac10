package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes an experiment as JSON, every field in its place.
final class ExperimentWriter {
  private final JsonGenerator out;
  private final FieldWriter fields;

  ExperimentWriter(JsonGenerator out) {
    this.out = out;
    this.fields = new FieldWriter(out);
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
    out.writeFieldName("penalty");
    out.writeStartObject();
    fields.number("l1", experiment.penalty().l1());
    fields.number("l2", experiment.penalty().l2());
    out.writeEndObject();
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
    }
    out.writeEndObject();
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
      case Optimizer.Adam(_, double beta1, double beta2, double epsilon) -> {
        fields.number("beta1", beta1);
        fields.number("beta2", beta2);
        fields.number("epsilon", epsilon);
      }
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
