package lab.tinynet.data;

import java.util.Arrays;
import lab.tinynet.spec.CounterRandom.Purpose;

/// A fixed sample on which the state of a run is measured: all examples up to [#LIMIT], else that
/// many, drawn once from the seed and kept in their natural order.
///
/// The arrays are shared, not copied: read only.
public final class ProbeSet {
  public static final int LIMIT = 512;

  private final int[] indices;
  private final double[] x;
  private final double[] y;

  private ProbeSet(int[] indices, double[] x, double[] y) {
    this.indices = indices;
    this.x = x;
    this.y = y;
  }

  /// The probe set: a sample of the training set.
  public static ProbeSet ofTraining(Dataset data, long seed) {
    return of(data, data.trainX(), data.trainY(), data.trainCount(), seed, 0);
  }

  /// The same of the test set; empty when that is.
  public static ProbeSet ofTest(Dataset data, long seed) {
    return of(data, data.testX(), data.testY(), data.testCount(), seed, 1);
  }

  private static ProbeSet of(
      Dataset data, double[] x, double[] y, int count, long seed, long which) {
    if (count <= LIMIT) {
      return new ProbeSet(Permutation.natural(count), x, y);
    }
    int[] drawn = Arrays.copyOf(Permutation.of(count, seed, Purpose.PROBE, which), LIMIT);
    Arrays.sort(drawn);
    return new ProbeSet(
        drawn,
        Datasets.rows(x, data.inputs(), drawn, 0, LIMIT),
        Datasets.rows(y, data.outputs(), drawn, 0, LIMIT));
  }

  /// Number of examples, 0 … [#LIMIT].
  public int count() {
    return indices.length;
  }

  /// Which rows of the whole set these are, ascending. Read only.
  public int[] indices() {
    return indices;
  }

  /// (count × inputs), row by row. Read only.
  public double[] x() {
    return x;
  }

  /// (count × outputs), row by row. Read only.
  public double[] y() {
    return y;
  }
}
