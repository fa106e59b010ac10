package lab.tinynet.bench;

import java.util.List;
import lab.tinynet.app.BenchRival;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
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
    MultiLayerNetwork network = network(experiment);
    INDArray inputs =
        experiment
            .data()
            .imageShape()
            .map(
                image ->
                    array(x)
                        .reshape('c', x.rows(), image.channels(), image.height(), image.width()))
            .orElseGet(() -> array(x));
    DataSet batch = new DataSet(inputs, array(y));
    return () -> network.fit(batch);
  }

  private static MultiLayerNetwork network(Experiment experiment) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(experiment.seed())
            .dataType(DataType.DOUBLE)
            .updater(new Sgd(experiment.optimizer().rate()))
            .list();
    List<LayerSpec> specs = experiment.network();
    for (LayerSpec spec : specs.subList(0, specs.size() - 1)) {
      layers.layer(hidden(spec));
    }
    layers.layer(output((LayerSpec.Dense) specs.getLast(), experiment.loss().kind()));
    layers.setInputType(
        experiment
            .data()
            .imageShape()
            .map(image -> InputType.convolutional(image.height(), image.width(), image.channels()))
            .orElseGet(() -> InputType.feedForward(NetworkShape.inputs(experiment.data()))));
    var network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static Layer hidden(LayerSpec spec) {
    return switch (spec) {
      case LayerSpec.Dense dense ->
          new DenseLayer.Builder()
              .nOut(dense.units())
              .activation(activation(dense))
              .weightInit(WeightInit.RELU)
              .build();
      case LayerSpec.Conv2d conv ->
          new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
              .nOut(conv.filters())
              .stride(conv.stride(), conv.stride())
              .convolutionMode(ConvolutionMode.Same)
              .activation(activation(conv))
              .weightInit(WeightInit.RELU)
              .build();
      case LayerSpec.MaxPool(int size, int stride) ->
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(size, size)
              .stride(stride, stride)
              .build();
      default -> throw new IllegalArgumentException("no case of the bench has " + spec.kind());
    };
  }

  private static OutputLayer output(LayerSpec.Dense dense, Loss.Kind loss) {
    return new OutputLayer.Builder(
            loss == Loss.Kind.CROSS_ENTROPY ? new LossMCXENT() : new LossMSE())
        .nOut(dense.units())
        .activation(activation(dense))
        .weightInit(WeightInit.XAVIER)
        .build();
  }

  private static org.nd4j.linalg.activations.Activation activation(LayerSpec spec) {
    Activation.Kind kind = spec.activation().kind();
    return switch (kind) {
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
      case TANH -> org.nd4j.linalg.activations.Activation.TANH;
      case SOFTMAX -> org.nd4j.linalg.activations.Activation.SOFTMAX;
      case IDENTITY, SIGMOID, LEAKY_RELU, PRELU, ELU, SELU, GELU, SILU, SOFTPLUS, MISH ->
          throw new IllegalArgumentException("no case of the bench has " + kind);
    };
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c');
  }
}
