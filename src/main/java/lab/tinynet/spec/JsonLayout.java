package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/// The look of the lab's own JSON files: the fields of the root object and the elements of the
/// outer arrays on lines of their own, everything further in on one line.
final class JsonLayout implements PrettyPrinter {
  private static final int OUTER_ARRAYS = 3;

  private int depth;

  private static boolean broken(int depth, boolean array) {
    return array ? depth <= OUTER_ARRAYS : depth == 1;
  }

  private void separate(JsonGenerator out, boolean array, String otherwise) throws IOException {
    if (broken(depth, array)) {
      out.writeRaw('\n');
      out.writeRaw("  ".repeat(depth));
    } else {
      out.writeRaw(otherwise);
    }
  }

  private void close(JsonGenerator out, boolean array, int entries, char bracket)
      throws IOException {
    depth--;
    if (entries > 0 && broken(depth + 1, array)) {
      out.writeRaw('\n');
      out.writeRaw("  ".repeat(depth));
    }
    out.writeRaw(bracket);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    out.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    separate(out, false, "");
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    out.writeRaw(',');
    separate(out, false, " ");
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    close(out, false, entries, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator out) throws IOException {
    out.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) throws IOException {
    separate(out, true, "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(',');
    separate(out, true, " ");
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    close(out, true, values, ']');
  }
}
