package lab.tinynet.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.JsonNumbers;
import lab.tinynet.spec.Limits;

/// How a CSV file is to be read: told, or found from its first lines.
///
/// @param columns how many cells a line has
/// @param label which of them is the label, from 0
/// @param names of the columns; empty without a header
record CsvForm(char delimiter, boolean header, int columns, int label, List<String> names) {
  /// Lines that are looked at.
  private static final int SAMPLE = 100;

  private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};
  private static final Set<String> LABEL_NAMES =
      Set.of("label", "class", "target", "y", "标签", "类别", "分类", "目标");

  /// @throws lab.tinynet.spec.InvalidInput if the first lines are no table, or have no such label
  static CsvForm of(byte[] file, FileSource.Csv csv, FileTrouble trouble) {
    char delimiter = csv.delimiter().orElseGet(() -> delimiter(file, trouble));
    List<List<String>> sample = sample(file, delimiter, trouble);
    if (sample.isEmpty()) {
      throw trouble.refused("empty");
    }
    List<String> first = sample.getFirst();
    if (first.size() < 2) {
      throw trouble.refused("csv-one-column");
    }
    boolean header = csv.header().orElseGet(() -> header(sample));
    List<String> names = header ? List.copyOf(first) : List.of();
    List<List<String>> rows = header ? sample.subList(1, sample.size()) : sample;
    int label =
        csv.label()
            .map(column -> told(column, first.size(), names, trouble))
            .orElseGet(() -> found(first.size(), names, rows));
    return new CsvForm(delimiter, header, first.size(), label, names);
  }

  /// The delimiter that cuts the first lines into the most cells, as many in each line.
  /// Where no delimiter does that the first line tells, so that the odd one can be named.
  private static char delimiter(byte[] file, FileTrouble trouble) {
    char best = DELIMITERS[0];
    long most = 1;
    for (char candidate : DELIMITERS) {
      List<Integer> sizes = sizes(file, candidate, trouble);
      boolean alike = sizes.stream().distinct().count() == 1;
      long merit = sizes.isEmpty() ? 0 : sizes.getFirst();
      merit = merit > 1 && alike ? merit + Limits.CSV_COLUMNS : merit;
      if (merit > most) {
        most = merit;
        best = candidate;
      }
    }
    return best;
  }

  /// How many cells the first lines have under a delimiter; none if they are no table under it.
  private static List<Integer> sizes(byte[] file, char delimiter, FileTrouble trouble) {
    try {
      return sample(file, delimiter, trouble).stream().map(List::size).toList();
    } catch (InvalidInput e) {
      return List.of();
    }
  }

  private static List<List<String>> sample(byte[] file, char delimiter, FileTrouble trouble) {
    var records = new CsvRecords(file, delimiter, trouble);
    List<List<String>> sample = new ArrayList<>();
    while (sample.size() < SAMPLE && records.next()) {
      sample.add(List.copyOf(records.cells()));
    }
    return sample;
  }

  /// A first line without a number is a header, where there is more than it.
  private static boolean header(List<List<String>> sample) {
    return sample.size() > 1
        && sample.getFirst().stream()
            .noneMatch(cell -> Double.isFinite(number(cell)) || CsvFile.missing(cell));
  }

  private static int told(
      FileSource.Column column, int columns, List<String> names, FileTrouble trouble) {
    var label = new FileTrouble("data.label", trouble.file());
    if (column.number().isPresent()) {
      if (column.number().getAsInt() > columns) {
        throw label.refused(
            "csv-label-number", "value", column.number().getAsInt(), "max", columns);
      }
      return column.number().getAsInt() - 1;
    }
    String name = column.name().orElseThrow().strip();
    if (names.isEmpty()) {
      throw label.refused("csv-label-no-header", "value", name);
    }
    int at = names.indexOf(name);
    if (at < 0) {
      throw label.refused("csv-label-name", "value", name, "known", String.join(", ", names));
    }
    if (at != names.lastIndexOf(name)) {
      throw label.refused("csv-label-twice", "value", name);
    }
    return at;
  }

  /// The one column with a name for labels; else the one column that holds no numbers; else the
  /// last.
  private static int found(int columns, List<String> names, List<List<String>> rows) {
    List<Integer> named =
        IntStream.range(0, names.size())
            .filter(i -> LABEL_NAMES.contains(names.get(i).toLowerCase(Locale.ROOT)))
            .boxed()
            .toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    List<Integer> texts =
        IntStream.range(0, columns)
            .filter(i -> rows.stream().anyMatch(row -> i < row.size() && text(row.get(i))))
            .boxed()
            .toList();
    return texts.size() == 1 ? texts.getFirst() : columns - 1;
  }

  private static boolean text(String cell) {
    return !CsvFile.missing(cell) && !Double.isFinite(number(cell));
  }

  /// How many columns are inputs.
  int inputs() {
    return columns - 1;
  }

  /// The name of a column, or its number from 1.
  String name(int column) {
    return names.isEmpty() || names.get(column).isEmpty()
        ? String.valueOf(column + 1)
        : names.get(column);
  }

  List<String> inputNames() {
    return IntStream.range(0, columns).filter(i -> i != label).mapToObj(this::name).toList();
  }

  static String text(double value) {
    return JsonNumbers.text(value);
  }

  /// The number that a cell holds: digits, a point, a sign, an exponent; NaN for anything else.
  static double number(String cell) {
    boolean digits = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
      digits |= digit;
    }
    if (!digits) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
