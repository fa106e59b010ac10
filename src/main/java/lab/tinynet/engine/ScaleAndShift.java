package lab.tinynet.engine;

import lab.tinynet.spec.Matrix;

/// The parameters of a normalisation: γ, one a unit, then β.
record ScaleAndShift(LayerMemory memory, int units) {
  int count() {
    return 2 * units;
  }

  /// Place of γ of a unit in the flat buffers.
  int gammaIndex(int unit) {
    return memory.offset() + unit;
  }

  /// Place of β of a unit.
  int betaIndex(int unit) {
    return memory.offset() + units + unit;
  }

  double gamma(int unit) {
    return memory.parameters().get(gammaIndex(unit));
  }

  double beta(int unit) {
    return memory.parameters().get(betaIndex(unit));
  }

  void initialize() {
    memory.parameters().fill(memory.offset(), units, 1);
    memory.parameters().fill((long) memory.offset() + units, units, 0);
  }

  void setGradients(int unit, double gamma, double beta) {
    memory.gradients().set(gammaIndex(unit), gamma);
    memory.gradients().set(betaIndex(unit), beta);
  }

  Matrix readGamma(FlatBuffer from) {
    return row(from, memory.offset(), units);
  }

  Matrix readBeta(FlatBuffer from) {
    return row(from, memory.offset() + units, units);
  }

  void write(Matrix gamma, Matrix beta) {
    write(gamma, memory.parameters(), memory.offset());
    write(beta, memory.parameters(), memory.offset() + units);
  }

  static Matrix row(FlatBuffer from, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from.get(at + i);
    }
    return Matrix.of(1, count, values);
  }

  static void write(Matrix row, FlatBuffer into, int at) {
    for (int i = 0; i < row.columns(); i++) {
      into.set(at + i, row.get(0, i));
    }
  }
}
