package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The JSON form of weights, format 1:
/// `{"format": 1, "layers": [{"W": [[…]], "b": […]}, …]}`.
public final class WeightsJson {
  private WeightsJson() {}

  /// Reads weights that fit the network of an experiment.
  ///
  /// @throws InvalidInput if the text is not JSON, or not finite weights of the right shapes; with
  ///     the path of the field
  public static Weights read(String text, Experiment experiment) {
    return read(JsonText.parse(text), experiment);
  }

  /// Reads weights that fit the network of an experiment from a UTF-8 file of at most 64 MiB.
  ///
  /// @throws InvalidInput if the file cannot be read, is not JSON, or does not hold finite weights
  ///     of the right shapes; with the path of the field
  public static Weights read(Path file, Experiment experiment) {
    return read(JsonText.parse(file), experiment);
  }

  public static String write(Weights weights) {
    var text = new StringWriter();
    try (JsonGenerator out = SpecJson.generator(text)) {
      write(weights, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return text.append('\n').toString();
  }

  /// Writes the weights as one JSON value into a larger text.
  ///
  /// @throws IOException if the generator's target fails
  public static void write(Weights weights, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", Experiment.FORMAT);
    out.writeArrayFieldStart("layers");
    for (Weights.Layer layer : weights.layers()) {
      out.writeStartObject();
      write(layer, out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(Weights.Layer layer, JsonGenerator out) throws IOException {
    switch (layer) {
      case Weights.Dense(Matrix w, Optional<Matrix> b, OptionalDouble slope) -> {
        out.writeFieldName("W");
        JsonNumbers.write(out, w);
        affine(b, slope, out);
      }
      case Weights.Conv2d conv -> {
        out.writeFieldName("K");
        Kernels.write(out, conv);
        affine(conv.b(), conv.slope(), out);
      }
      case Weights.BatchNorm(Matrix gamma, Matrix beta, Matrix mean, Matrix variance) -> {
        vector("gamma", gamma, out);
        vector("beta", beta, out);
        vector("mean", mean, out);
        vector("variance", variance, out);
      }
      case Weights.LayerNorm(Matrix gamma, Matrix beta) -> {
        vector("gamma", gamma, out);
        vector("beta", beta, out);
      }
      case Weights.Slope(double slope) -> {
        out.writeFieldName("slope");
        JsonNumbers.write(out, slope);
      }
    }
  }

  private static void affine(Optional<Matrix> b, OptionalDouble slope, JsonGenerator out)
      throws IOException {
    if (b.isPresent()) {
      vector("b", b.get(), out);
    }
    if (slope.isPresent()) {
      out.writeFieldName("slope");
      JsonNumbers.write(out, slope.getAsDouble());
    }
  }

  private static void vector(String name, Matrix vector, JsonGenerator out) throws IOException {
    out.writeFieldName(name);
    JsonNumbers.write(out, vector.toArray());
  }

  private static Weights read(Json root, Experiment experiment) {
    FieldReader in = FieldReader.of(root, "").only(List.of("format", "layers"));
    ExperimentReader.format(in);
    List<Json> entries = ExperimentReader.objects(in.required("layers"), in.path("layers"));
    List<PlacedLayer> layers =
        NetworkShape.of(experiment).layers().stream()
            .filter(layer -> layer.parameters() > 0)
            .toList();
    if (entries.size() != layers.size()) {
      throw Problems.layerCount(in.path("layers"), layers.size(), entries.size()).refused();
    }
    List<Weights.Layer> weights = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      FieldReader entry = FieldReader.of(entries.get(i), Paths.index(in.path("layers"), i));
      weights.add(new LayerWeightsReader(entry, layers.get(i)).read());
    }
    return new Weights(weights);
  }
}
