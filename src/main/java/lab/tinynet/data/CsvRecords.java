package lab.tinynet.data;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Limits;

/// The records of a CSV text (RFC 4180): cells may stand in quotes, a quote in them is doubled, and
/// lines end with CR, LF or both. Blank lines are no records; space around a cell does not count,
/// and where cells are delimited by spaces several are as good as one.
final class CsvRecords {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int END = -1;
  private static final int BUFFER = 1 << 14;

  private final byte[] file;
  private final ByteArrayInputStream bytes;
  private final PushbackReader text;
  private final char delimiter;
  private final FileTrouble trouble;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int nextLine = 1;
  private int line;

  CsvRecords(byte[] file, char delimiter, FileTrouble trouble) {
    this.file = file;
    this.bytes = new ByteArrayInputStream(file);
    this.text =
        new PushbackReader(new BufferedReader(new InputStreamReader(bytes, strict()), BUFFER), 2);
    this.delimiter = delimiter;
    this.trouble = trouble;
    int first = read();
    if (first != BYTE_ORDER_MARK) {
      unread(first);
    }
  }

  /// Goes on to the next record.
  ///
  /// @return false at the end
  boolean next() {
    for (int blanks = 0; ; blanks++) {
      if (blanks > Limits.CSV_ROWS) {
        throw trouble.refused("csv-blank", "line", line, "limit", Limits.CSV_ROWS);
      }
      line = nextLine;
      cells.clear();
      boolean more = record();
      boolean blank = cells.size() == 1 && cells.getFirst().isEmpty();
      if (!blank) {
        return true;
      }
      if (!more) {
        return false;
      }
    }
  }

  /// The cells of the record; the list changes with [#next].
  List<String> cells() {
    return cells;
  }

  /// The line on which the record begins, from 1.
  int line() {
    return line;
  }

  /// How many bytes have not been looked at.
  int bytesLeft() {
    return bytes.available();
  }

  /// Reads one record, a blank line too.
  ///
  /// @return whether something may follow
  private boolean record() {
    while (true) {
      int end = oneCell();
      if (cells.size() > Limits.CSV_COLUMNS) {
        throw trouble.refused("csv-columns", "line", line, "limit", Limits.CSV_COLUMNS);
      }
      if (end != delimiter) {
        return end != END;
      }
    }
  }

  /// Reads one cell and what ends it.
  ///
  /// @return the delimiter, a line feed or the end
  private int oneCell() {
    cell.setLength(0);
    int c = read();
    while (c == ' ') {
      c = read();
    }
    boolean ends = c == '\n' || c == END;
    if (delimiter == ' ' && ends && !cells.isEmpty()) {
      return c;
    }
    if (c == '"') {
      quoted();
      cells.add(cell.toString());
      c = read();
      while (c == ' ' && c != delimiter) {
        c = read();
      }
      if (c != delimiter && c != '\n' && c != END) {
        throw trouble.refused("csv-quote", "line", line);
      }
      return c;
    }
    while (c != delimiter && c != '\n' && c != END) {
      append(c);
      c = read();
    }
    cells.add(cell.toString().strip());
    return c;
  }

  private void quoted() {
    while (true) {
      int c = read();
      if (c == END) {
        throw trouble.refused("csv-quote", "line", line);
      }
      if (c == '"') {
        int after = read();
        if (after != '"') {
          unread(after);
          return;
        }
      }
      append(c);
    }
  }

  private void append(int c) {
    if (cell.length() == Limits.CSV_CELL) {
      throw trouble.refused("csv-cell", "line", line, "limit", Limits.CSV_CELL);
    }
    cell.append((char) c);
  }

  /// The next character; every end of line is a line feed.
  private int read() {
    try {
      int c = text.read();
      if (c == '\r') {
        int after = text.read();
        if (after != '\n' && after != END) {
          text.unread(after);
        }
        c = '\n';
      }
      if (c == '\n') {
        nextLine++;
      }
      return c;
    } catch (CharacterCodingException e) {
      throw trouble.refused("csv-encoding", "line", lineOfBadBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory", e);
    }
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// The line of the first bytes that are no text. A reader has looked ahead when it meets them.
  private int lineOfBadBytes() {
    ByteBuffer in = ByteBuffer.wrap(file);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    CharsetDecoder decoder = strict();
    while (decoder.decode(in, out, true).isOverflow()) {
      out.clear();
    }
    int lines = 1;
    for (int i = 0; i < in.position(); i++) {
      boolean carriageReturn = file[i] == '\r' && (i + 1 == file.length || file[i + 1] != '\n');
      lines += file[i] == '\n' || carriageReturn ? 1 : 0;
    }
    return lines;
  }

  private void unread(int c) {
    if (c == END) {
      return;
    }
    try {
      text.unread(c);
      if (c == '\n') {
        nextLine--;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing back into memory", e);
    }
  }
}
