package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Writes the layers of a network as JSON, every field in its place.
final class LayerWriter {
  private final JsonGenerator out;
  private final FieldWriter fields;

  LayerWriter(JsonGenerator out) {
    this.out = out;
    this.fields = new FieldWriter(out);
  }

  /// @param name of the field that holds them
  void write(String name, List<LayerSpec> layers) throws IOException {
    out.writeArrayFieldStart(name);
    for (LayerSpec layer : layers) {
      layer(layer);
    }
    out.writeEndArray();
  }

  private void layer(LayerSpec layer) throws IOException {
    out.writeStartObject();
    out.writeStringField("layer", layer.kind());
    switch (layer) {
      case LayerSpec.Dense dense -> {
        out.writeNumberField("units", dense.units());
        weighted(dense.activation(), dense.init(), dense.bias(), dense.biasInit());
      }
      case LayerSpec.Conv2d conv -> {
        out.writeNumberField("filters", conv.filters());
        out.writeNumberField("kernel", conv.kernel());
        out.writeNumberField("stride", conv.stride());
        out.writeStringField("padding", conv.padding().json());
        weighted(conv.activation(), conv.init(), conv.bias(), conv.biasInit());
      }
      case LayerSpec.MaxPool(int size, int stride) -> pool(size, stride);
      case LayerSpec.AveragePool(int size, int stride) -> pool(size, stride);
      case LayerSpec.Dropout(double rate) -> fields.number("rate", rate);
      case LayerSpec.Activated(Activation activation) -> activation(activation);
      case LayerSpec.Residual(List<LayerSpec> layers) -> write("layers", layers);
      case LayerSpec.Flatten _, LayerSpec.BatchNorm _, LayerSpec.LayerNorm _ -> {
        // The kind is all.
      }
    }
    out.writeEndObject();
  }

  private void weighted(Activation activation, Initializer init, boolean bias, Initializer biasInit)
      throws IOException {
    activation(activation);
    initializer("init", init);
    out.writeBooleanField("bias", bias);
    initializer("biasInit", biasInit);
  }

  private void pool(int size, int stride) throws IOException {
    out.writeNumberField("size", size);
    out.writeNumberField("stride", stride);
  }

  private void activation(Activation activation) throws IOException {
    Activation.Kind kind = activation.kind();
    fields.choice("activation", kind.json(), kind.parameterField(), activation.parameter());
  }

  private void initializer(String name, Initializer init) throws IOException {
    boolean usualLimit = init.kind() == Initializer.Kind.UNIFORM && init.parameter() == 0;
    String parameter = usualLimit ? "" : init.kind().parameterField();
    fields.choice(name, init.kind().json(), parameter, init.parameter());
  }
}
