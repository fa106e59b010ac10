package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON text into a [Json] tree, strictly: one value, no comments, no field twice, bounded
/// in size and depth. Every refusal is an [InvalidInput].
final class JsonText {
  static final int MAX_BYTES = 64 << 20;
  static final int MAX_DEPTH = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser parser;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static Json parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  static Json parse(Path file) {
    // A pipe or a device could keep its reader waiting for ever.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw Problems.fileUnreadable().refused();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw Problems.fileNotFound().refused();
    } catch (IOException e) {
      throw Problems.fileUnreadable().refused();
    }
  }

  static Json parse(byte[] text) {
    if (text.length > MAX_BYTES) {
      throw Problems.fileTooLarge(MAX_BYTES >> 20).refused();
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      try {
        var reader = new JsonText(parser);
        if (parser.nextToken() == null) {
          throw Problems.emptyFile().refused();
        }
        Json root = reader.value("", 0);
        if (parser.nextToken() != null) {
          throw notJson(parser.currentTokenLocation());
        }
        return root;
      } catch (StreamConstraintsException e) {
        throw Problems.tooLong().refused();
      } catch (JsonProcessingException e) {
        throw notJson(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
      } catch (IOException e) {
        // Bytes that are no text in the encoding they claim.
        throw notJson(parser.currentLocation());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing bytes in memory", e);
    }
  }

  private static InvalidInput notJson(JsonLocation where) {
    return Problems.notJson(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()))
        .refused();
  }

  /// The value that starts at the current token.
  private Json value(String path, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw Problems.tooDeep(MAX_DEPTH).refused();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(path, depth);
      case START_ARRAY -> array(path, depth);
      case VALUE_STRING -> new Json.Text(whole(parser.getText(), path));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Json.Num(parser.getDoubleValue(), parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("token " + parser.currentToken());
    };
  }

  /// Half of a surrogate pair stands for nothing and gets lost in every file.
  private static String whole(String text, String path) {
    if (!Validation.ofWholeCharacters(text)) {
      throw Problems.nameNotText(path).refused();
    }
    return text;
  }

  private Json object(String path, int depth) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String fieldPath = Paths.field(path, name);
      if (fields.containsKey(name)) {
        throw Problems.duplicateField(fieldPath).refused();
      }
      parser.nextToken();
      fields.put(name, value(fieldPath, depth + 1));
    }
    return new Json.Fields(fields);
  }

  private Json array(String path, int depth) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return new Json.Numbers(new double[0]);
    }
    var flat = new Flat();
    if (token.isNumeric()) {
      flat.appendNumbers();
      if (parser.currentToken() == JsonToken.END_ARRAY) {
        return new Json.Numbers(Arrays.copyOf(flat.values, flat.size));
      }
      return items(flat.asNumbers(0, flat.size), path, depth);
    }
    while (parser.currentToken() == JsonToken.START_ARRAY) {
      int start = flat.size;
      parser.nextToken();
      flat.appendNumbers();
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        // No table after all: what was read becomes items, this row the first of a mixed kind.
        List<Json> rows = flat.rowsAsItems();
        String rowPath = Paths.index(path, rows.size());
        rows.add(items(flat.asNumbers(start, flat.size), rowPath, depth + 1));
        parser.nextToken();
        return items(rows, path, depth);
      }
      flat.endRow();
      parser.nextToken();
    }
    if (parser.currentToken() == JsonToken.END_ARRAY) {
      return new Json.Table(flat.values, flat.rowEnds, flat.rows);
    }
    return items(flat.rowsAsItems(), path, depth);
  }

  /// The rest of an array from the current token on, behind the items read so far.
  private Json items(List<Json> items, String path, int depth) throws IOException {
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      items.add(value(Paths.index(path, items.size()), depth + 1));
      parser.nextToken();
    }
    return table(items);
  }

  /// Rows of numbers inside a deeper array have been read one by one.
  private static Json table(List<Json> items) {
    int numbers = 0;
    for (Json item : items) {
      if (!(item instanceof Json.Numbers row)) {
        return new Json.Items(items);
      }
      numbers += row.values().length;
    }
    double[] values = new double[numbers];
    int[] rowEnds = new int[items.size()];
    int end = 0;
    for (int i = 0; i < rowEnds.length; i++) {
      double[] row = ((Json.Numbers) items.get(i)).values();
      System.arraycopy(row, 0, values, end, row.length);
      end += row.length;
      rowEnds[i] = end;
    }
    return new Json.Table(values, rowEnds, rowEnds.length);
  }

  /// Numbers that grow in one array, with the ends of rows.
  private final class Flat {
    private double[] values = new double[8];
    private int size;
    private int[] rowEnds = new int[8];
    private int rows;

    /// Takes numbers from the current token on, up to the first token that is none.
    private void appendNumbers() throws IOException {
      while (parser.currentToken().isNumeric()) {
        if (size == values.length) {
          values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = parser.getDoubleValue();
        parser.nextToken();
      }
    }

    private void endRow() {
      if (rows == rowEnds.length) {
        rowEnds = Arrays.copyOf(rowEnds, 2 * rows);
      }
      rowEnds[rows++] = size;
    }

    private List<Json> rowsAsItems() {
      List<Json> items = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        int from = row == 0 ? 0 : rowEnds[row - 1];
        items.add(new Json.Numbers(Arrays.copyOfRange(values, from, rowEnds[row])));
      }
      return items;
    }

    private List<Json> asNumbers(int from, int to) {
      List<Json> items = new ArrayList<>();
      for (int i = from; i < to; i++) {
        items.add(new Json.Num(values[i], JsonNumbers.text(values[i])));
      }
      return items;
    }
  }
}
