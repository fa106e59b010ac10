package lab.tinynet.session;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.WeightEdit;

/// Sessions to save.
final class SavedSessions {
  static final Experiment SPIRAL =
      SpecJson.read(
          """
          {"format": 1, "name": "spiral", "seed": 7, "data": {"kind": "spiral"},
           "network": [{"layer": "dense", "units": 8, "activation": "relu"},
                       {"layer": "dense", "units": 1, "activation": "tanh"}],
           "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.03}, "batch": 16,
           "clip": {"kind": "norm", "limit": 1}}
          """);

  private SavedSessions() {}

  /// Three branches of two experiments, with all that may change changed.
  static SavedSession rich(long position) {
    Experiment adam =
        SPIRAL.withOptimizer(
            new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-8).withSchedule(new Schedule.Warmup(50)));
    Experiment unclipped = adam.withClip(Clip.NONE).withName("otherwise");
    Experiment punished = unclipped.withPenalty(new Penalty(0.1, 1.0 / 3));
    List<StampedEdit> edits =
        List.of(
            new StampedEdit(0, adam),
            new StampedEdit(120, unclipped),
            new StampedEdit(120, punished),
            new StampedEdit(
                120,
                punished,
                List.of(WeightEdit.weight(0, 1, 3, 1.0 / 3), WeightEdit.bias(1, 0, -4.9E-324))));
    return new SavedSession(
        new Timeline(
            List.of(
                new Branch(1, "", OptionalInt.empty(), 0, SPIRAL, edits.subList(0, 1), 1L << 40),
                new Branch(4, "更小的学习率 \"x\"", OptionalInt.of(1), 120, SPIRAL, edits, 500),
                new Branch(9, "", OptionalInt.empty(), 0, punished, List.of(), 0)),
            4,
            OptionalLong.empty()),
        position);
  }

  /// One whose examples stand in its specification: more than 100,000 characters.
  static SavedSession large() {
    double[] x = new double[20_000];
    double[] y = new double[10_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sqrt(i);
      y[i / 2] = i % 3;
    }
    return SavedSession.fresh(
        SPIRAL.withData(
            new DataSpec.Inline(
                Matrix.of(10_000, 2, x),
                Matrix.of(10_000, 1, y),
                Matrix.empty(2),
                Matrix.empty(1))));
  }
}
