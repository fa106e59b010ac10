package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Powers;

/// The optimisers: one fused loop each over a layer's parameters, gradients and memory, which also
/// sums the squares of the update and of the parameters before it.
///
/// The memory of an optimiser (velocity, squares, or both moments) is flat like the parameters.
final class UpdateRule implements AutoCloseable {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final FlatBuffer first;
  private final FlatBuffer second;
  private Optimizer optimizer;
  private long adamSteps;
  private double rate;
  private double correction1;
  private double correction2;
  private double updateSquares;
  private double parameterSquares;

  UpdateRule(Optimizer optimizer, int parameters) {
    this.optimizer = optimizer;
    int arrays =
        switch (optimizer) {
          case Optimizer.Sgd _ -> 0;
          case Optimizer.Momentum _,
              Optimizer.Nesterov _,
              Optimizer.RmsProp _,
              Optimizer.Adagrad _ ->
              1;
          case Optimizer.Adam _, Optimizer.AdamW _ -> 2;
        };
    this.first = new FlatBuffer(arrays > 0 ? parameters : 0);
    this.second = new FlatBuffer(arrays > 1 ? parameters : 0);
    if (optimizer instanceof Optimizer.Adagrad adagrad) {
      for (int i = 0; i < parameters; i++) {
        first.set(i, adagrad.initialAccumulator());
      }
    }
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
  ///
  /// @param before the parameters as they were before the update
  double updateNorm(MemorySegment before, MemorySegment g, int from, int count) {
    if (Norms.exact(updateSquares)) {
      return Math.sqrt(updateSquares);
    }
    double max = 0;
    for (int i = from; i < from + count; i++) {
      max = Math.max(max, Math.abs(update(before, g, i)));
    }
    if (!(max > 0 && max < Double.POSITIVE_INFINITY)) {
      return max;
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double ratio = update(before, g, i) / max;
      sum += ratio * ratio;
    }
    return max * Math.sqrt(sum);
  }

  /// The update of one parameter once more, from what the optimiser remembers.
  private double update(MemorySegment before, MemorySegment g, int i) {
    double gradient = g.getAtIndex(DOUBLE, i);
    return switch (optimizer) {
      case Optimizer.Sgd _ -> rate * gradient;
      case Optimizer.Momentum _ -> rate * first.get(i);
      case Optimizer.Nesterov nesterov -> rate * (gradient + nesterov.momentum() * first.get(i));
      case Optimizer.RmsProp rmsProp ->
          rate * gradient / (Math.sqrt(first.get(i)) + rmsProp.epsilon());
      case Optimizer.Adagrad adagrad ->
          rate * gradient / (Math.sqrt(first.get(i)) + adagrad.epsilon());
      case Optimizer.Adam adam -> corrected(i, adam.epsilon());
      case Optimizer.AdamW adam ->
          rate * adam.weightDecay() * before.getAtIndex(DOUBLE, i) + corrected(i, adam.epsilon());
    };
  }

  private double corrected(int i, double epsilon) {
    double root = Math.sqrt(second.get(i) / correction2);
    return rate * (first.get(i) / correction1) / (root + epsilon);
  }

  /// Σ(parameter before the update)² of the last [#apply].
  double parameterSquares() {
    return parameterSquares;
  }

  /// To be called once a step, before the layers' [#apply].
  ///
  /// @param stepRate η of this step
  void beginStep(double stepRate) {
    rate = stepRate;
    adamSteps++;
    if (optimizer instanceof Optimizer.Adam adam) {
      correct(adam.beta1(), adam.beta2());
    } else if (optimizer instanceof Optimizer.AdamW adam) {
      correct(adam.beta1(), adam.beta2());
    }
  }

  private void correct(double beta1, double beta2) {
    correction1 = 1 - Powers.whole(beta1, adamSteps);
    correction2 = 1 - Powers.whole(beta2, adamSteps);
  }

  /// Updates the parameters `from … from + count − 1`.
  void apply(MemorySegment w, MemorySegment g, int from, int count) {
    switch (optimizer) {
      case Optimizer.Sgd _ -> sgd(w, g, from, count, rate);
      case Optimizer.Momentum momentum ->
          momentum(w, g, first.memory(), from, count, rate, momentum.momentum());
      case Optimizer.Nesterov nesterov ->
          nesterov(w, g, first.memory(), from, count, rate, nesterov.momentum());
      case Optimizer.RmsProp rmsProp ->
          scaled(w, g, from, count, rmsProp.alpha(), 1 - rmsProp.alpha(), rmsProp.epsilon());
      case Optimizer.Adagrad adagrad -> scaled(w, g, from, count, 1, 1, adagrad.epsilon());
      case Optimizer.Adam adam ->
          adam(w, g, from, count, adam.beta1(), adam.beta2(), adam.epsilon());
      case Optimizer.AdamW adam ->
          adamW(
              w,
              g,
              from,
              count,
              adam.beta1(),
              adam.beta2(),
              adam.epsilon(),
              rate * adam.weightDecay());
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

  private void nesterov(
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
      double gradient = g.getAtIndex(DOUBLE, i);
      double velocity = mu * v.getAtIndex(DOUBLE, i) + gradient;
      double value = w.getAtIndex(DOUBLE, i);
      double update = rate * (gradient + mu * velocity);
      v.setAtIndex(DOUBLE, i, velocity);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  /// RMSProp and Adagrad: s ← keep · s + add · g², w ← w − ηg / (√s + ε).
  private void scaled(
      MemorySegment w,
      MemorySegment g,
      int from,
      int count,
      double keep,
      double add,
      double epsilon) {
    MemorySegment s = first.memory();
    double eta = rate;
    double updates = 0;
    double before = 0;
    for (int i = from; i < from + count; i++) {
      double gradient = g.getAtIndex(DOUBLE, i);
      double squares = keep * s.getAtIndex(DOUBLE, i) + add * gradient * gradient;
      double value = w.getAtIndex(DOUBLE, i);
      double update = eta * gradient / (Math.sqrt(squares) + epsilon);
      s.setAtIndex(DOUBLE, i, squares);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  private void adam(
      MemorySegment w,
      MemorySegment g,
      int from,
      int count,
      double beta1,
      double beta2,
      double epsilon) {
    MemorySegment m = first.memory();
    MemorySegment v = second.memory();
    double eta = rate;
    double bias1 = correction1;
    double bias2 = correction2;
    double updates = 0;
    double before = 0;
    for (int i = from; i < from + count; i++) {
      double gradient = g.getAtIndex(DOUBLE, i);
      double moment1 = beta1 * m.getAtIndex(DOUBLE, i) + (1 - beta1) * gradient;
      double moment2 = beta2 * v.getAtIndex(DOUBLE, i) + (1 - beta2) * gradient * gradient;
      double value = w.getAtIndex(DOUBLE, i);
      double update = eta * (moment1 / bias1) / (Math.sqrt(moment2 / bias2) + epsilon);
      m.setAtIndex(DOUBLE, i, moment1);
      v.setAtIndex(DOUBLE, i, moment2);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  /// @param decay ηλ
  private void adamW(
      MemorySegment w,
      MemorySegment g,
      int from,
      int count,
      double beta1,
      double beta2,
      double epsilon,
      double decay) {
    MemorySegment m = first.memory();
    MemorySegment v = second.memory();
    double eta = rate;
    double bias1 = correction1;
    double bias2 = correction2;
    double updates = 0;
    double before = 0;
    for (int i = from; i < from + count; i++) {
      double gradient = g.getAtIndex(DOUBLE, i);
      double moment1 = beta1 * m.getAtIndex(DOUBLE, i) + (1 - beta1) * gradient;
      double moment2 = beta2 * v.getAtIndex(DOUBLE, i) + (1 - beta2) * gradient * gradient;
      double value = w.getAtIndex(DOUBLE, i);
      double root = Math.sqrt(moment2 / bias2) + epsilon;
      double update = decay * value + eta * (moment1 / bias1) / root;
      m.setAtIndex(DOUBLE, i, moment1);
      v.setAtIndex(DOUBLE, i, moment2);
      w.setAtIndex(DOUBLE, i, value - update);
      updates += update * update;
      before += value * value;
    }
    updateSquares = updates;
    parameterSquares = before;
  }

  /// A copy of everything that the next update depends on, beside the settings.
  Snapshot.Memory memory() {
    return new Snapshot.Memory(optimizer.kind(), adamSteps, first.toArray(), second.toArray());
  }

  /// Goes on from a copied memory of the same kind of optimiser.
  void recall(Snapshot.Memory memory) {
    adamSteps = memory.steps();
    first.copyFrom(memory.first());
    second.copyFrom(memory.second());
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

    Snapshot.Memory memory(String kind) {
      return new Snapshot.Memory(kind, adamSteps, first.toArray(), second.toArray());
    }

    void recall(Snapshot.Memory memory) {
      adamSteps = memory.steps();
      first.copyFrom(memory.first());
      second.copyFrom(memory.second());
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
