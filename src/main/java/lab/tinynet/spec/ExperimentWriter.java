package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes an experiment as JSON, every field in its place.
final class ExperimentWriter {
  private final JsonGenerator out;

  ExperimentWriter(JsonGenerator out) {
    this.out = out;
  }

  void write(Experiment experiment) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", Experiment.FORMAT);
    out.writeStringField("name", experiment.name());
    out.writeNumberField("seed", experiment.seed());
    out.writeFieldName("data");
    data(experiment.data());
    out.writeFieldName("network");
    out.writeStartArray();
    for (LayerSpec layer : experiment.network()) {
      layer(layer);
    }
    out.writeEndArray();
    Loss loss = experiment.loss();
    choice("loss", loss.kind().json(), loss.kind().parameterField(), loss.parameter());
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
    number("l1", experiment.penalty().l1());
    number("l2", experiment.penalty().l2());
    out.writeEndObject();
    out.writeEndObject();
  }

  private void data(DataSpec data) throws IOException {
    out.writeStartObject();
    switch (data) {
      case DataSpec.Generated(DataSpec.Shape shape, int examples, double noise, double test) -> {
        out.writeStringField("kind", shape.json());
        out.writeNumberField("examples", examples);
        number("noise", noise);
        number("test", test);
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

  private void layer(LayerSpec layer) throws IOException {
    out.writeStartObject();
    out.writeStringField("layer", layer.kind());
    switch (layer) {
      case LayerSpec.Dense dense -> {
        out.writeNumberField("units", dense.units());
        Activation activation = dense.activation();
        choice(
            "activation",
            activation.kind().json(),
            activation.kind().parameterField(),
            activation.parameter());
        initializer("init", dense.init());
        out.writeBooleanField("bias", dense.bias());
        initializer("biasInit", dense.biasInit());
      }
    }
    out.writeEndObject();
  }

  private void initializer(String name, Initializer init) throws IOException {
    boolean usualLimit = init.kind() == Initializer.Kind.UNIFORM && init.parameter() == 0;
    choice(
        name, init.kind().json(), usualLimit ? "" : init.kind().parameterField(), init.parameter());
  }

  /// A word, or an object of the word and its parameter where it has one.
  private void choice(String name, String kind, String parameterField, double parameter)
      throws IOException {
    if (parameterField.isEmpty()) {
      out.writeStringField(name, kind);
      return;
    }
    out.writeObjectFieldStart(name);
    out.writeStringField("kind", kind);
    number(parameterField, parameter);
    out.writeEndObject();
  }

  private void optimizer(Optimizer optimizer) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", optimizer.kind());
    number("rate", optimizer.rate());
    switch (optimizer) {
      case Optimizer.Sgd _ -> {
        // The rate is all.
      }
      case Optimizer.Momentum momentum -> number("momentum", momentum.momentum());
      case Optimizer.Adam(_, double beta1, double beta2, double epsilon) -> {
        number("beta1", beta1);
        number("beta2", beta2);
        number("epsilon", epsilon);
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
    number("limit", clip.limit());
    out.writeEndObject();
  }

  private void matrix(String name, Matrix matrix) throws IOException {
    out.writeFieldName(name);
    JsonNumbers.write(out, matrix);
  }

  private void number(String name, double value) throws IOException {
    out.writeFieldName(name);
    JsonNumbers.write(out, value);
  }
}
