package lab.tinynet.chart;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// The exact values of some series over some steps, as a table for a spreadsheet: a row a step, the
/// first column the step, empty where nothing was measured. Steps that the log does not keep
/// exactly any more are left out.
final class CsvTable {
  private CsvTable() {}

  /// A series.
  ///
  /// @param title of the column
  /// @param table where it stands
  /// @param column of the ledger
  record Column(String title, Quantity.Table table, int column) {
    static Column of(RunLog log, Quantity quantity, int layer, String title) {
      return new Column(title, quantity.table(), LayerLines.column(log, quantity, layer));
    }

    static Column of(RunLog log, Quantity quantity, String title) {
      return new Column(title, quantity.table(), log.column(quantity));
    }
  }

  /// @param axis the steps
  static String of(RunLog log, StepAxis axis, String stepTitle, List<Column> columns) {
    StringBuilder text = new StringBuilder();
    StringJoiner head = new StringJoiner(",");
    head.add(quoted(stepTitle));
    columns.forEach(column -> head.add(quoted(column.title())));
    text.append(head).append('\n');
    Ledger steps = log.steps();
    Ledger probes = log.probes();
    long probe = probes.exactFrom();
    long last = Math.min(axis.to(), steps.length());
    for (long step = Math.max(axis.from(), steps.exactFrom()); step <= last; step++) {
      while (probe < probes.length() && probeStep(log, probe) < step) {
        probe++;
      }
      boolean probed = probe < probes.length() && probeStep(log, probe) == step;
      StringJoiner row = new StringJoiner(",");
      row.add(String.valueOf(step));
      boolean any = false;
      for (Column column : columns) {
        boolean known =
            switch (column.table()) {
              case STEP -> step > steps.exactFrom();
              case PROBE -> probed;
            };
        any |= known;
        row.add(
            known
                ? column.table() == Quantity.Table.STEP
                    ? number(steps, step - 1, column.column())
                    : number(probes, probe, column.column())
                : "");
      }
      if (any) {
        text.append(row).append('\n');
      }
    }
    return text.toString();
  }

  private static double probeStep(RunLog log, long probe) {
    double[] one = {Double.NEGATIVE_INFINITY};
    log.probes().copy(log.column(Quantity.PROBE_STEP), probe, 1, one);
    return one[0];
  }

  /// Empty for a row that the log has let go of meanwhile.
  private static String number(Ledger ledger, long row, int column) {
    double[] one = new double[1];
    return ledger.copy(column, row, 1, one) ? number(one[0]) : "";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String quoted(String text) {
    return text.matches("[^\",\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
