package lab.tinynet.engine.oracle;

import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Both normalisations, on a table with one row for each group that is normalised together.
final class OracleNorm extends OracleLayer {
  private static final double EPSILON = 1e-5;

  /// Whether over the batch (a row a unit) or over an example (a row an example).
  private final boolean batch;

  private INDArray mean;
  private INDArray variance;
  private INDArray normal;

  OracleNorm(PlacedLayer placed, Weights.BatchNorm initial) {
    super(placed);
    this.batch = true;
    parameters.put("gamma", OracleArrays.of(initial.gamma()));
    parameters.put("beta", OracleArrays.of(initial.beta()));
    statistics.put("mean", OracleArrays.of(initial.mean()));
    statistics.put("variance", OracleArrays.of(initial.variance()));
  }

  OracleNorm(PlacedLayer placed, Weights.LayerNorm initial) {
    super(placed);
    this.batch = false;
    parameters.put("gamma", OracleArrays.of(initial.gamma()));
    parameters.put("beta", OracleArrays.of(initial.beta()));
  }

  /// (examples × units·area) as (units × examples·area), or as it is.
  private INDArray table(INDArray rows) {
    if (!batch) {
      return rows.dup('c');
    }
    int units = placed.input().units();
    return rows.dup('c')
        .reshape('c', rows.rows(), units, placed.input().area())
        .permute(1, 0, 2)
        .dup('c')
        .reshape('c', units, -1);
  }

  private INDArray untable(INDArray table, long examples) {
    if (!batch) {
      return table;
    }
    int units = placed.input().units();
    return table
        .reshape('c', units, examples, placed.input().area())
        .permute(1, 0, 2)
        .dup('c')
        .reshape('c', examples, -1);
  }

  @Override
  void forward(INDArray input, boolean training, int step) {
    x = input;
    INDArray table = table(input);
    if (batch && !training) {
      mean = statistics.get("mean").transpose();
      variance = statistics.get("variance").transpose();
    } else {
      mean = table.mean(true, 1);
      INDArray off = table.subColumnVector(mean);
      variance = off.mul(off).mean(true, 1);
    }
    normal = table.subColumnVector(mean).divColumnVector(deviation());
    INDArray gamma = parameters.get("gamma");
    INDArray beta = parameters.get("beta");
    INDArray made =
        batch
            ? normal.mulColumnVector(gamma.transpose()).addColumnVector(beta.transpose())
            : normal.mulRowVector(gamma).addRowVector(beta);
    z = input;
    a = untable(made, input.rows());
  }

  private INDArray deviation() {
    return Transforms.sqrt(variance.add(EPSILON), true);
  }

  @Override
  INDArray backward(INDArray above) {
    INDArray d = table(above);
    int together = batch ? 1 : 0;
    gradients.put("gamma", row(d.mul(normal).sum(true, together)));
    gradients.put("beta", row(d.sum(true, together)));
    INDArray gamma = parameters.get("gamma");
    INDArray scaled = batch ? d.mulColumnVector(gamma.transpose()) : d.mulRowVector(gamma);
    INDArray share = normal.mulColumnVector(scaled.mul(normal).mean(true, 1));
    INDArray centred = scaled.subColumnVector(scaled.mean(true, 1)).sub(share);
    return untable(centred.divColumnVector(deviation()).dup('c'), x.rows());
  }

  private static INDArray row(INDArray vector) {
    return vector.dup('c').reshape('c', 1, vector.length());
  }

  @Override
  void updateStatistics() {
    if (!batch) {
      return;
    }
    double n = normal.columns();
    INDArray before = statistics.get("mean");
    statistics.put("mean", before.mul(0.9).add(row(mean).mul(0.1)));
    if (n > 1) {
      INDArray unbiased = row(variance).mul(n / (n - 1));
      statistics.put("variance", statistics.get("variance").mul(0.9).add(unbiased.mul(0.1)));
    }
  }
}
