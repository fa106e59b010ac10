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
      switch (layer) {
        case Weights.Dense(Matrix w, Optional<Matrix> b, OptionalDouble slope) -> {
          out.writeFieldName("W");
          JsonNumbers.write(out, w);
          if (b.isPresent()) {
            out.writeFieldName("b");
            JsonNumbers.write(out, b.get().toArray());
          }
          if (slope.isPresent()) {
            out.writeFieldName("slope");
            JsonNumbers.write(out, slope.getAsDouble());
          }
        }
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static Weights read(Json root, Experiment experiment) {
    FieldReader in = FieldReader.of(root, "").only(List.of("format", "layers"));
    ExperimentReader.format(in);
    List<Json> layers = ExperimentReader.objects(in.required("layers"), in.path("layers"));
    List<LayerSpec> network = experiment.network();
    if (layers.size() != network.size()) {
      throw Problems.layerCount(in.path("layers"), network.size(), layers.size()).refused();
    }
    NetworkShape shape = NetworkShape.of(experiment);
    List<Weights.Layer> weights = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      FieldReader layer = FieldReader.of(layers.get(i), Paths.index(in.path("layers"), i));
      switch (network.get(i)) {
        case LayerSpec.Dense dense -> weights.add(dense(layer, dense, shape.fanIn(i)));
      }
    }
    return new Weights(weights);
  }

  private static Weights.Dense dense(FieldReader in, LayerSpec.Dense dense, int fanIn) {
    boolean learnsSlope = dense.activation().kind() == Activation.Kind.PRELU;
    if (!dense.bias() && in.optional("b").isPresent()) {
      throw Problems.noBiasHere(in.path("b")).refused();
    }
    if (!learnsSlope && in.optional("slope").isPresent()) {
      throw Problems.noSlopeHere(in.path("slope")).refused();
    }
    in.only(List.of("W", "b", "slope"));

    Matrix w = Tables.matrix(in.required("W"), in.path("W"));
    if (w.rows() != fanIn) {
      throw Problems.weightRows(in.path("W"), fanIn, w.rows()).refused();
    }
    checkColumns(w, dense.units(), in.path("W"));
    finite(in.path("W"), w);
    Optional<Matrix> b = dense.bias() ? Optional.of(bias(in, dense.units())) : Optional.empty();
    OptionalDouble slope =
        learnsSlope ? OptionalDouble.of(in.real("slope", Limits.ANY)) : OptionalDouble.empty();
    return new Weights.Dense(w, b, slope);
  }

  private static Matrix bias(FieldReader in, int units) {
    Matrix b = Tables.vector(in.required("b"), in.path("b"));
    checkColumns(b, units, in.path("b"));
    for (int i = 0; i < units; i++) {
      Limits.ANY.check(Paths.index(in.path("b"), i), b.get(0, i)).ifPresent(WeightsJson::refuse);
    }
    return b;
  }

  private static void checkColumns(Matrix matrix, int wanted, String path) {
    if (matrix.columns() != wanted) {
      throw Problems.weightColumns(path, wanted, matrix.columns()).refused();
    }
  }

  private static void finite(String path, Matrix matrix) {
    Validation.firstNonFinite(path, matrix).ifPresent(WeightsJson::refuse);
  }

  private static void refuse(Problem problem) {
    throw problem.refused();
  }
}
