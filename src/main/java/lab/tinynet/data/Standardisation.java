package lab.tinynet.data;

import java.util.ArrayList;
import java.util.List;

/// Brings columns to mean 0 and standard deviation 1 on the training examples: x ← (x − mean) /
/// deviation, the deviation with n in the denominator. A column that is constant there is only
/// moved.
///
/// @param means of the columns, in order
/// @param deviations of the columns; 1 for a constant one
public record Standardisation(List<Double> means, List<Double> deviations) {
  public Standardisation {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /// @param table rows of training examples, one after the other; at least one
  static Standardisation of(double[] table, int columns) {
    int rows = table.length / columns;
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      // Sums of the largest doubles would overflow, so all are taken in units of the largest.
      double largest = 0;
      for (int row = 0; row < rows; row++) {
        largest = Math.max(largest, Math.abs(table[row * columns + column]));
      }
      double unit = largest > 0 ? largest : 1;
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += table[row * columns + column] / unit;
      }
      double mean = sum / rows;
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        double off = table[row * columns + column] / unit - mean;
        squares += off * off;
      }
      double deviation = Math.sqrt(squares / rows);
      // What rounding makes of a constant column is no deviation.
      boolean constant = !(deviation > 1e-14) || deviation * unit < Double.MIN_NORMAL;
      means.add(mean * unit);
      deviations.add(constant ? 1.0 : deviation * unit);
    }
    return new Standardisation(means, deviations);
  }

  /// These columns and then those of another.
  Standardisation and(Standardisation other) {
    List<Double> bothMeans = new ArrayList<>(means);
    bothMeans.addAll(other.means);
    List<Double> bothDeviations = new ArrayList<>(deviations);
    bothDeviations.addAll(other.deviations);
    return new Standardisation(bothMeans, bothDeviations);
  }

  /// Standardises a table in place.
  void apply(double[] table) {
    int columns = means.size();
    for (int column = 0; column < columns; column++) {
      double mean = means.get(column);
      double deviation = deviations.get(column);
      for (int at = column; at < table.length; at += columns) {
        table[at] = table[at] / deviation - mean / deviation;
      }
    }
  }
}
