package lab.tinynet.ui.results;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of the table as text, to be pasted elsewhere.
final class ResultsText {
  private ResultsText() {}

  /// Fields between commas, quoted where they must be (RFC 4180).
  static String csv(List<ResultColumn> columns, List<String> heads, List<RunResult> rows) {
    return lines(columns, heads, rows, ",", ResultsText::quoted);
  }

  /// Fields between tabulators, as spreadsheets take them.
  static String tsv(List<ResultColumn> columns, List<String> heads, List<RunResult> rows) {
    return lines(columns, heads, rows, "\t", field -> field.replaceAll("[\\t\\r\\n]", " "));
  }

  private static String lines(
      List<ResultColumn> columns,
      List<String> heads,
      List<RunResult> rows,
      String separator,
      Function<String, String> field) {
    Stream<List<String>> body =
        rows.stream()
            .map(row -> columns.stream().map(column -> column.copied().apply(row)).toList());
    return Stream.concat(Stream.of(heads), body)
        .map(line -> line.stream().map(field).collect(Collectors.joining(separator)))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String field) {
    return field.matches("(?s).*[\",\\r\\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
