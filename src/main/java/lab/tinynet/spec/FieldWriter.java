package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes the fields that several parts of an experiment have.
record FieldWriter(JsonGenerator out) {

  void number(String name, double value) throws IOException {
    out.writeFieldName(name);
    JsonNumbers.write(out, value);
  }

  /// A word, or an object of the word and its parameter where it has one.
  void choice(String name, String kind, String parameterField, double parameter)
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
}
