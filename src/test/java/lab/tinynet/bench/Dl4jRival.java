package lab.tinynet.bench;

import lab.tinynet.app.BenchRival;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/// Deeplearning4j's `fit(DataSet)` as its documentation would have it: double, default workspaces,
/// no listeners, a batch made beforehand, one thread.
public final class Dl4jRival implements BenchRival {
  /// Made by name, see [BenchRival#find].
  public Dl4jRival() {
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }

  @Override
  public Step of(Experiment experiment, Matrix x, Matrix y) {
    MultiLayerNetwork network = network(experiment, x.columns());
    DataSet batch = new DataSet(array(x), array(y));
    return () -> network.fit(batch);
  }

  private static MultiLayerNetwork network(Experiment experiment, int inputs) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(experiment.seed())
            .dataType(DataType.DOUBLE)
            .updater(new Sgd(experiment.optimizer().rate()))
            .list();
    int width = inputs;
    int last = experiment.network().size() - 1;
    for (int l = 0; l <= last; l++) {
      switch (experiment.network().get(l)) {
        case LayerSpec.Dense dense -> {
          layers.layer(l == last ? output(dense, width) : hidden(dense, width));
          width = dense.units();
        }
      }
    }
    var network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static DenseLayer hidden(LayerSpec.Dense dense, int inputs) {
    return new DenseLayer.Builder()
        .nIn(inputs)
        .nOut(dense.units())
        .activation(activation(dense))
        .weightInit(WeightInit.RELU)
        .build();
  }

  private static OutputLayer output(LayerSpec.Dense dense, int inputs) {
    return new OutputLayer.Builder(new LossMSE())
        .nIn(inputs)
        .nOut(dense.units())
        .activation(activation(dense))
        .weightInit(WeightInit.XAVIER)
        .build();
  }

  private static org.nd4j.linalg.activations.Activation activation(LayerSpec.Dense dense) {
    Activation.Kind kind = dense.activation().kind();
    return switch (kind) {
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
      case TANH -> org.nd4j.linalg.activations.Activation.TANH;
      case IDENTITY, SIGMOID, LEAKY_RELU, PRELU, ELU, SELU, GELU, SILU, SOFTPLUS, MISH, SOFTMAX ->
          throw new IllegalArgumentException("no case of the bench has " + kind);
    };
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c');
  }
}
