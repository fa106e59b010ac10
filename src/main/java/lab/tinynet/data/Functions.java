package lab.tinynet.data;

import lab.tinynet.spec.DataSpec;

/// Generated regressions: numbers or points, and at each a value that lies between −1 and 1 without
/// noise. Random numbers are drawn as in [Shapes]; the noise is added to the value.
///
/// @param x inputs, row by row
/// @param y one value an example
record Functions(double[] x, double[] y) {
  /// How many times the wave goes up and down over all numbers.
  private static final double WAVES = 1.5;

  /// @param noise standard deviation of the jitter of the values
  static Functions of(DataSpec.Shape shape, int examples, double noise, long seed) {
    double[] x = new double[examples * shape.inputs()];
    double[] y = new double[examples];
    for (int example = 0; example < examples; example++) {
      y[example] =
          switch (shape) {
            case WAVE -> wave(x, example, examples, seed);
            case PLANE -> plane(x, example, seed);
            case CIRCLE, XOR, GAUSS, SPIRAL, MOONS, RINGS, STROKES ->
                throw new IllegalArgumentException(shape + " is no regression");
          };
      y[example] += noise * Shapes.normal(seed, example, 2);
    }
    return new Functions(x, y);
  }

  /// One and a half waves over ±R; every example has its own stretch of the numbers.
  private static double wave(double[] x, int example, int examples, long seed) {
    double along = (example + Shapes.uniform(seed, example, 0)) / examples;
    x[example] = Shapes.RADIUS * (2 * along - 1);
    return StrictMath.sin(WAVES * Math.PI * (2 * along - 1));
  }

  /// A slope from the lower left corner of the square of ±R to the upper right one.
  private static double plane(double[] x, int example, long seed) {
    double right = 2 * Shapes.uniform(seed, example, 0) - 1;
    double up = 2 * Shapes.uniform(seed, example, 1) - 1;
    x[2 * example] = Shapes.RADIUS * right;
    x[2 * example + 1] = Shapes.RADIUS * up;
    return (right + up) / 2;
  }
}
