package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Optimizer;

/// The optimisers: one fused loop each over a layer's parameters, gradients and memory, which also
/// sums the squares of the update and of the parameters before it.
///
/// The memory of an optimiser (velocity, or both moments) is flat like the parameters.
final class UpdateRule implements AutoCloseable {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final FlatBuffer first;
  private final FlatBuffer second;
  private Optimizer optimizer;
  private long adamSteps;
  private double correction1;
  private double correction2;
  private double updateSquares;
  private double parameterSquares;

  UpdateRule(Optimizer optimizer, int parameters) {
    this.optimizer = optimizer;
    this.first = new FlatBuffer(optimizer instanceof Optimizer.Sgd ? 0 : parameters);
    this.second = new FlatBuffer(optimizer instanceof Optimizer.Adam ? parameters : 0);
  }

  /// Goes on with other settings of the same kind of optimiser, keeping its memory.
  void change(Optimizer changed) {
    optimizer = changed;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /// ‖update‖₂ of the last [#apply], to which the arguments belong; right also where the squares
  /// leave the range of a double.
  double updateNorm(MemorySegment g, int from, int count) {
    if (Norms.exact(updateSquares)) {
      return Math.sqrt(updateSquares);
    }
    double max = 0;
    for (int i = from; i < from + count; i++) {
      max = Math.max(max, Math.abs(update(g, i)));
    }
    if (!(max > 0 && max < Double.POSITIVE_INFINITY)) {
      return max;
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double ratio = update(g, i) / max;
      sum += ratio * ratio;
    }
    return max * Math.sqrt(sum);
  }

  /// The update of one parameter once more, from what the optimiser remembers.
  private double update(MemorySegment g, int i) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd -> sgd.rate() * g.getAtIndex(DOUBLE, i);
      case Optimizer.Momentum momentum -> momentum.rate() * first.get(i);
      case Optimizer.Adam adam -> {
        double root = Math.sqrt(second.get(i) / correction2);
        yield adam.rate() * (first.get(i) / correction1) / (root + adam.epsilon());
      }
    };
  }

  /// Σ(parameter before the update)² of the last [#apply].
  double parameterSquares() {
    return parameterSquares;
  }

  /// To be called once a step, before the layers' [#apply].
  void beginStep() {
    adamSteps++;
    if (optimizer instanceof Optimizer.Adam adam) {
      correction1 = 1 - power(adam.beta1(), adamSteps);
      correction2 = 1 - power(adam.beta2(), adamSteps);
    }
  }

  /// `base` to a whole power by repeated squaring. `StrictMath.pow` allocates unless the compiler
  /// sees through it, and `Math.pow` may differ between processors.
  private static double power(double base, long exponent) {
    double result = 1;
    double square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /// Updates the parameters `from … from + count − 1`.
  void apply(MemorySegment w, MemorySegment g, int from, int count) {
    switch (optimizer) {
      case Optimizer.Sgd sgd -> sgd(w, g, from, count, sgd.rate());
      case Optimizer.Momentum momentum ->
          momentum(w, g, first.memory(), from, count, momentum.rate(), momentum.momentum());
      case Optimizer.Adam adam -> adam(w, g, from, count, adam);
    }
  }

  private void sgd(MemorySegment w, MemorySegment g, int from, int count, double rate) {
    double u0 = 0;
    double u1 = 0;
    double w0 = 0;
    double w1 = 0;
    int i = from;
    int end = from + count;
    for (; i < end - 1; i += 2) {
      double before0 = w.getAtIndex(DOUBLE, i);
      double before1 = w.getAtIndex(DOUBLE, i + 1);
      double update0 = rate * g.getAtIndex(DOUBLE, i);
      double update1 = rate * g.getAtIndex(DOUBLE, i + 1);
      w.setAtIndex(DOUBLE, i, before0 - update0);
      w.setAtIndex(DOUBLE, i + 1, before1 - update1);
      u0 += update0 * update0;
      u1 += update1 * update1;
      w0 += before0 * before0;
      w1 += before1 * before1;
    }
    if (i < end) {
      double before = w.getAtIndex(DOUBLE, i);
      double update = rate * g.getAtIndex(DOUBLE, i);
      w.setAtIndex(DOUBLE, i, before - update);
      u0 += update * update;
      w0 += before * before;
    }
    updateSquares = u0 + u1;
    parameterSquares = w0 + w1;
  }

  private void momentum(
      MemorySegment w,
      MemorySegment g,
      MemorySegment v,
      int from,
      int count,
      double rate,
      double mu) {
    double updates = 0;
    double before = 0;
    for (int i = from; i < from + count; i++) {
      double velocity = mu * v.getAtIndex(DOUBLE, i) + g.getAtIndex(DOUBLE, i);
      double value = w.getAtIndex(DOUBLE, i);
      double update = rate * velocity;
      v.setAtIndex(DOUBLE, i, velocity);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  private void adam(MemorySegment w, MemorySegment g, int from, int count, Optimizer.Adam adam) {
    MemorySegment m = first.memory();
    MemorySegment v = second.memory();
    double beta1 = adam.beta1();
    double beta2 = adam.beta2();
    double epsilon = adam.epsilon();
    double rate = adam.rate();
    double updates = 0;
    double before = 0;
    for (int i = from; i < from + count; i++) {
      double gradient = g.getAtIndex(DOUBLE, i);
      double moment1 = beta1 * m.getAtIndex(DOUBLE, i) + (1 - beta1) * gradient;
      double moment2 = beta2 * v.getAtIndex(DOUBLE, i) + (1 - beta2) * gradient * gradient;
      double value = w.getAtIndex(DOUBLE, i);
      double update = rate * (moment1 / correction1) / (Math.sqrt(moment2 / correction2) + epsilon);
      m.setAtIndex(DOUBLE, i, moment1);
      v.setAtIndex(DOUBLE, i, moment2);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  /// Copies the memory, for going back after a step that broke.
  void save(Saved into) {
    into.first.copyFrom(first);
    into.second.copyFrom(second);
    into.adamSteps = adamSteps;
  }

  void restore(Saved from) {
    first.copyFrom(from.first);
    second.copyFrom(from.second);
    adamSteps = from.adamSteps;
  }

  Saved newSaved() {
    return new Saved(first.length(), second.length());
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }

  /// A copy of an optimiser's memory.
  static final class Saved implements AutoCloseable {
    private final FlatBuffer first;
    private final FlatBuffer second;
    private long adamSteps;

    private Saved(long firstLength, long secondLength) {
      first = new FlatBuffer(firstLength);
      second = new FlatBuffer(secondLength);
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
