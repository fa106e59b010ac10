package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of the layers of an experiment: their own fields, and whether they fit each other, the
/// data and the loss.
final class NetworkRules {
  private final Experiment experiment;
  private final List<Problem> problems;

  /// @param problems receives what is wrong
  NetworkRules(Experiment experiment, List<Problem> problems) {
    this.experiment = experiment;
    this.problems = problems;
  }

  void check() {
    List<LayerSpec> network = experiment.network();
    if (network.isEmpty()) {
      problems.add(Problems.noLayers());
      return;
    }
    int layers = count(network);
    if (layers > Limits.LAYERS) {
      problems.add(Problems.tooManyLayers(layers, Limits.LAYERS));
      return;
    }
    int before = problems.size();
    fields(network, "network", true);
    if (problems.size() == before) {
      OutputShape input = NetworkShape.input(experiment.data());
      shapes(network, input, "network").ifPresent(this::output);
    }
  }

  /// Whether a layer's own numbers, and those of the layers inside it, are in order.
  static boolean sound(Experiment experiment, LayerSpec layer) {
    List<Problem> found = new ArrayList<>();
    new NetworkRules(experiment, found).fields(layer, "", true);
    return found.isEmpty();
  }

  private static int count(List<LayerSpec> layers) {
    int count = layers.size();
    for (LayerSpec layer : layers) {
      if (layer instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
        count += count(inside);
      }
    }
    return count;
  }

  private void add(Optional<Problem> problem) {
    problem.ifPresent(problems::add);
  }

  // --- fields ---

  /// @param outermost whether the last of these layers is the network's last
  private void fields(List<LayerSpec> layers, String path, boolean outermost) {
    for (int i = 0; i < layers.size(); i++) {
      fields(layers.get(i), Paths.index(path, i), outermost && i == layers.size() - 1);
    }
  }

  private void fields(LayerSpec layer, String path, boolean last) {
    switch (layer) {
      case LayerSpec.Dense dense -> {
        add(Limits.UNITS.check(path + ".units", dense.units()));
        activation(dense.activation(), path + ".activation", last);
        initializers(dense.init(), dense.biasInit(), path);
      }
      case LayerSpec.Conv2d conv -> {
        add(Limits.FILTERS.check(path + ".filters", conv.filters()));
        add(Limits.WINDOW.check(path + ".kernel", conv.kernel()));
        add(Limits.WINDOW.check(path + ".stride", conv.stride()));
        activation(conv.activation(), path + ".activation", last);
        initializers(conv.init(), conv.biasInit(), path);
      }
      case LayerSpec.MaxPool(int size, int stride) -> pool(size, stride, path);
      case LayerSpec.AveragePool(int size, int stride) -> pool(size, stride, path);
      case LayerSpec.Dropout(double rate) -> add(Limits.DROPOUT.check(path + ".rate", rate));
      case LayerSpec.Activated(Activation activation) ->
          activation(activation, path + ".activation", last);
      case LayerSpec.Residual(List<LayerSpec> inside) -> {
        if (inside.isEmpty()) {
          problems.add(Problems.residualEmpty(path + ".layers"));
        }
        fields(inside, path + ".layers", false);
      }
      case LayerSpec.Flatten _, LayerSpec.BatchNorm _, LayerSpec.LayerNorm _ -> {
        // No fields.
      }
    }
  }

  private void pool(int size, int stride, String path) {
    add(Limits.WINDOW.check(path + ".size", size));
    add(Limits.WINDOW.check(path + ".stride", stride));
  }

  private void activation(Activation activation, String path, boolean last) {
    switch (activation.kind()) {
      case LEAKY_RELU, PRELU -> add(Limits.SLOPE.check(path + ".slope", activation.parameter()));
      case ELU -> add(Limits.ALPHA.check(path + ".alpha", activation.parameter()));
      case SOFTMAX -> {
        if (!last) {
          problems.add(Problems.softmaxNotLast(path));
        }
      }
      case IDENTITY, SIGMOID, TANH, RELU, SELU, GELU, SILU, SOFTPLUS, MISH -> {
        // No parameter.
      }
    }
  }

  private void initializers(Initializer init, Initializer biasInit, String path) {
    initializer(init, path + ".init");
    initializer(biasInit, path + ".biasInit");
    if (biasInit.kind() == Initializer.Kind.ORTHOGONAL) {
      problems.add(Problems.orthogonalBias(path + ".biasInit"));
    }
  }

  private void initializer(Initializer init, String path) {
    switch (init.kind()) {
      case CONSTANT -> add(Limits.ANY.check(path + ".value", init.parameter()));
      case NORMAL -> add(Limits.STD.check(path + ".std", init.parameter()));
      case UNIFORM -> {
        if (init.parameter() != 0) {
          add(Limits.UNIFORM_LIMIT.check(path + ".limit", init.parameter()));
        }
      }
      case ZEROS,
          XAVIER_NORMAL,
          XAVIER_UNIFORM,
          HE_NORMAL,
          HE_UNIFORM,
          LECUN_NORMAL,
          ORTHOGONAL -> {
        // No parameter.
      }
    }
  }

  // --- shapes ---

  /// @return what comes out at the end; empty after a problem
  private Optional<OutputShape> shapes(List<LayerSpec> layers, OutputShape input, String path) {
    OutputShape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      String at = Paths.index(path, i);
      Optional<Problem> problem = ShapeRules.problem(layer, shape, at);
      if (problem.isPresent() || !residualKeeps(layer, shape, at)) {
        add(problem);
        return Optional.empty();
      }
      shape = shape.after(layer);
    }
    return Optional.of(shape);
  }

  /// Whether the layers inside a residual give back the shape they are given.
  private boolean residualKeeps(LayerSpec layer, OutputShape input, String path) {
    if (!(layer instanceof LayerSpec.Residual(List<LayerSpec> inside))) {
      return true;
    }
    Optional<OutputShape> output = shapes(inside, input, path + ".layers");
    if (output.isPresent() && !output.get().equals(input)) {
      problems.add(Problems.residualShape(path + ".layers", input, output.get()));
    }
    return output.isPresent() && output.get().equals(input);
  }

  // --- output ---

  private void output(OutputShape shape) {
    LayerSpec layer = experiment.network().getLast();
    String path = Paths.index("network", experiment.network().size() - 1);
    String units = layer instanceof LayerSpec.Dense ? path + ".units" : path;
    Activation.Kind activation = layer.activation().kind();
    boolean softmax = activation == Activation.Kind.SOFTMAX;
    Loss.Kind loss = experiment.loss().kind();
    switch (loss) {
      case CROSS_ENTROPY -> {
        if (!softmax) {
          problems.add(Problems.crossEntropyNeedsSoftmax(path + ".activation", activation.json()));
        } else if (shape.size() == 1) {
          problems.add(Problems.crossEntropyNeedsTwoOutputs(units, shape.size()));
        }
      }
      case BCE -> {
        if (activation != Activation.Kind.SIGMOID) {
          problems.add(Problems.bceNeedsSigmoid(path + ".activation", activation.json()));
        }
      }
      case MSE, HUBER -> {
        if (softmax) {
          problems.add(Problems.softmaxNeedsCrossEntropy(path + ".activation"));
        }
      }
    }
    int wanted = NetworkShape.targets(experiment.data(), loss);
    if (shape.size() != wanted && wanted > 0) {
      problems.add(
          layer instanceof LayerSpec.Dense
              ? Problems.outputUnits(units, wanted, shape.size())
              : Problems.outputSize(path, wanted, shape.size()));
    }
  }
}
