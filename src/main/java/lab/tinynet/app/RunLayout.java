package lab.tinynet.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/// The look of `RUN.json`: the fields of the root and of its objects on lines of their own, every
/// series on one line.
final class RunLayout extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST_BROKEN = 2;

  private int depth;

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    super.writeStartObject(out);
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    newLine(out, depth);
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    super.writeObjectEntrySeparator(out);
    if (depth > DEEPEST_BROKEN) {
      out.writeRaw(' ');
    }
    newLine(out, depth);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    depth--;
    if (depth < DEEPEST_BROKEN) {
      newLine(out, depth);
    }
    super.writeEndObject(out, entries);
  }

  @Override
  public void writeStartArray(JsonGenerator out) throws IOException {
    super.writeStartArray(out);
    depth++;
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    depth--;
    super.writeEndArray(out, values);
  }

  private static void newLine(JsonGenerator out, int depth) throws IOException {
    if (depth <= DEEPEST_BROKEN) {
      out.writeRaw('\n');
      out.writeRaw("  ".repeat(depth));
    }
  }
}
