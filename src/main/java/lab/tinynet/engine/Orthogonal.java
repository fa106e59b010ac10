package lab.tinynet.engine;

/// Makes an orthogonal matrix of one of independent normal numbers: Gram and Schmidt's process,
/// whose triangular factor has a positive diagonal, so that the result is evenly distributed among
/// all orthogonal ones (Mezzadri, *How to generate random matrices from the classical compact
/// groups*, 2007). Plain arithmetic in a fixed order: the same bits everywhere.
final class Orthogonal {
  /// Once more takes away what rounding has left ("twice is enough", Giraud et al. 2005).
  private static final int ROUNDS = 2;

  private Orthogonal() {}

  /// @param normal (rows × columns), row by row
  /// @return same shape, with orthonormal columns, or rows where there are fewer of these
  static double[] of(double[] normal, int rows, int columns) {
    boolean tall = rows >= columns;
    int count = tall ? columns : rows;
    int length = tall ? rows : columns;
    double[][] vectors = new double[count][length];
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < length; i++) {
        vectors[v][i] = tall ? normal[i * columns + v] : normal[v * columns + i];
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int before = 0; before < v; before++) {
          takeAway(vectors[v], vectors[before]);
        }
      }
      scale(vectors[v], 1 / Math.sqrt(dot(vectors[v], vectors[v])));
    }
    double[] result = new double[normal.length];
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < length; i++) {
        result[tall ? i * columns + v : v * columns + i] = vectors[v][i];
      }
    }
    return result;
  }

  private static void takeAway(double[] from, double[] unit) {
    double share = dot(from, unit);
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * unit[i];
    }
  }

  /// In four interleaved sums, which do not wait for each other.
  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < a.length - 3; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
