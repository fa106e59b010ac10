package lab.tinynet.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.FileSource.LabelKind;
import lab.tinynet.spec.Limits;
import lab.tinynet.spec.Matrix;

/// Reads a CSV file: one column is the label, all others are numbers. What is not told is found
/// from the first lines, see [CsvForm].
final class CsvFile {
  private static final Set<String> MISSING =
      Set.of("", "?", "na", "n/a", "nan", "null", "none", "nil", "-", "缺失");
  private static final int TELL_EVERY = 1_000;

  private final FileSource.Csv csv;
  private final ReadProgress progress;
  private final FileTrouble trouble;

  CsvFile(FileSource.Csv csv, ReadProgress progress) {
    this.csv = csv;
    this.progress = progress;
    this.trouble = FileTrouble.of("file", csv.file());
  }

  /// Whether a cell stands for a value that is not there.
  static boolean missing(String cell) {
    return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  FileContents read() {
    Path path = OrdinaryFile.path(csv.folder(), csv.file(), trouble);
    byte[] bytes = OrdinaryFile.bytes(path, Limits.CSV_BYTES, trouble);
    CsvForm form = CsvForm.of(bytes, csv, trouble);
    var rows = new Rows(form);
    var records = new CsvRecords(bytes, form.delimiter(), trouble);
    if (form.header()) {
      records.next();
    }
    while (records.next()) {
      rows.add(records);
      if (rows.count % TELL_EVERY == 0) {
        progress.read(bytes.length - records.bytesLeft(), bytes.length);
      }
    }
    progress.read(bytes.length, bytes.length);
    if (rows.count < 2) {
      throw trouble.refused("csv-rows-few");
    }
    return rows.contents();
  }

  /// The rows as they come in.
  private final class Rows {
    private final CsvForm form;
    private double[] values;
    private final List<String> labels = new ArrayList<>();
    private final TreeMap<String, String> different = new TreeMap<>();
    private boolean numbers = true;
    private int firstText;
    private int count;

    Rows(CsvForm form) {
      this.form = form;
      this.values = new double[64 * form.inputs()];
    }

    void add(CsvRecords record) {
      List<String> cells = record.cells();
      if (cells.size() != form.columns()) {
        throw trouble.refused(
            "csv-ragged", "line", record.line(), "wanted", form.columns(), "value", cells.size());
      }
      if (count == Limits.CSV_ROWS) {
        throw trouble.refused("csv-rows-many", "limit", Limits.CSV_ROWS);
      }
      if ((long) (count + 1) * form.inputs() > Limits.DATA_NUMBERS) {
        throw trouble.refused("much", "limit", Limits.DATA_NUMBERS);
      }
      int at = count * form.inputs();
      if (at + form.inputs() > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      for (int column = 0; column < cells.size(); column++) {
        String cell = cells.get(column);
        if (missing(cell)) {
          throw trouble.refused("csv-missing", "line", record.line(), "column", form.name(column));
        }
        if (column != form.label()) {
          values[at++] = number(cell, column, record.line());
        }
      }
      label(cells.get(form.label()), record.line());
      count++;
    }

    private double number(String cell, int column, int line) {
      double value = CsvForm.number(cell);
      if (!Double.isFinite(value)) {
        throw trouble.refused(
            "csv-number", "line", line, "column", form.name(column), "value", cell);
      }
      return value;
    }

    private void label(String cell, int line) {
      if (numbers && !Double.isFinite(CsvForm.number(cell))) {
        numbers = false;
        firstText = line;
        if (csv.task().equals(Optional.of(LabelKind.REGRESSION))) {
          number(cell, form.label(), line);
        }
      }
      // One text for each label, however many rows have it.
      labels.add(different.computeIfAbsent(cell, same -> same));
      if (!numbers && different.size() > Limits.CLASSES) {
        throw trouble.refused(
            "csv-classes",
            "line",
            firstText,
            "column",
            form.name(form.label()),
            "limit",
            Limits.CLASSES);
      }
    }

    FileContents contents() {
      double[] y = new double[count];
      List<String> classes = List.of();
      List<Double> levels = List.of();
      if (numbers) {
        for (int row = 0; row < count; row++) {
          y[row] = CsvForm.number(labels.get(row)) + 0.0; // −0 is 0
        }
        TreeSet<Double> found = new TreeSet<>(Arrays.stream(y).boxed().toList());
        if (!csv.task().equals(Optional.of(LabelKind.REGRESSION))
            && found.size() <= Limits.CLASSES) {
          levels = List.copyOf(found);
        }
      } else {
        classes = List.copyOf(different.keySet());
        for (int row = 0; row < count; row++) {
          y[row] = classes.indexOf(labels.get(row));
        }
      }
      if (csv.task().equals(Optional.of(LabelKind.CLASSES)) && numbers) {
        if (levels.isEmpty()) {
          throw trouble.refused(
              "csv-classes-many", "column", form.name(form.label()), "limit", Limits.CLASSES);
        }
        List<Double> indexed = levels;
        classes = indexed.stream().map(CsvForm::text).toList();
        for (int row = 0; row < count; row++) {
          y[row] = indexed.indexOf(y[row]);
        }
        levels = List.of();
      }
      if (classes.size() == 1) {
        throw trouble.refused("classes-one");
      }
      int inputs = form.inputs();
      return new FileContents(
          Matrix.owning(count, inputs, Arrays.copyOf(values, count * inputs)),
          Matrix.owning(count, 1, y),
          Matrix.empty(inputs),
          Matrix.empty(1),
          classes,
          levels,
          form.inputNames(),
          Optional.empty());
    }
  }
}
