package lab.tinynet.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.OutputShape;

/// Single changes of a network, as the panel makes them. Pure; what they give still has to be
/// validated.
public final class NetworkEdits {
  /// The kinds of layers, in the order in which they are offered.
  public static final List<String> KINDS =
      List.of(
          "dense",
          "conv2d",
          "max-pool",
          "average-pool",
          "flatten",
          "batch-norm",
          "layer-norm",
          "dropout",
          "activation",
          "residual");

  private static final Activation RELU = Activation.of(Activation.Kind.RELU);
  private static final int USUAL_UNITS = 8;
  private static final double USUAL_DROPOUT = 0.2;

  private NetworkEdits() {}

  /// Every layer with its place, those inside a residual after it.
  public static List<LayerPath> paths(List<LayerSpec> network) {
    List<LayerPath> all = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      collect(LayerPath.of(i), network.get(i), all);
    }
    return all;
  }

  private static void collect(LayerPath path, LayerSpec layer, List<LayerPath> all) {
    all.add(path);
    if (layer instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
      for (int i = 0; i < inside.size(); i++) {
        collect(path.inside(i), inside.get(i), all);
      }
    }
  }

  /// The layer at a place; empty if there is none any more.
  public static Optional<LayerSpec> at(List<LayerSpec> network, LayerPath path) {
    List<LayerSpec> level = network;
    LayerSpec found = null;
    for (int index : path.indices()) {
      if (index < 0 || index >= level.size()) {
        return Optional.empty();
      }
      found = level.get(index);
      level = found instanceof LayerSpec.Residual(List<LayerSpec> inside) ? inside : List.of();
    }
    return Optional.ofNullable(found);
  }

  /// Another layer in its place; nothing changes where there is none.
  public static Experiment change(
      Experiment experiment, LayerPath path, UnaryOperator<LayerSpec> change) {
    return level(
        experiment,
        path,
        level -> {
          if (path.last() < level.size()) {
            level.set(path.last(), change.apply(level.get(path.last())));
          }
        });
  }

  public static Experiment remove(Experiment experiment, LayerPath path) {
    return level(experiment, path, level -> level.remove(path.last()));
  }

  /// The same layer once more, right after it.
  public static Experiment duplicate(Experiment experiment, LayerPath path) {
    return level(experiment, path, level -> level.add(path.last(), level.get(path.last())));
  }

  /// Changes places with the neighbour; the output layer stays last.
  ///
  /// @param by −1 towards the input, 1 towards the output
  public static Experiment move(Experiment experiment, LayerPath path, int by) {
    return level(
        experiment,
        path,
        level -> {
          int to = path.last() + by;
          int last = path.depth() == 0 ? level.size() - 2 : level.size() - 1;
          if (to >= 0 && to <= last && path.last() <= last) {
            LayerSpec moved = level.remove(path.last());
            level.add(to, moved);
          }
        });
  }

  /// Adds a layer where it makes sense: what works on images after the last layer that gives one,
  /// everything else before the output.
  public static Experiment add(Experiment experiment, String kind) {
    List<LayerSpec> network = new ArrayList<>(experiment.network());
    int output = network.size() - 1;
    int place = output;
    boolean forImages =
        switch (kind) {
          case "conv2d", "max-pool", "average-pool", "flatten" -> true;
          default -> false;
        };
    OutputShape input = NetworkShape.input(experiment.data());
    if (forImages && input.image().isPresent()) {
      place = 0;
      while (place < output
          && !(network.get(place) instanceof LayerSpec.Dense)
          && !(network.get(place) instanceof LayerSpec.Flatten)) {
        place++;
      }
    }
    LayerSpec fresh = fresh(kind, before(experiment, place));
    if (kind.equals("dense")
        && output > 0
        && network.get(output - 1) instanceof LayerSpec.Dense last) {
      fresh = last;
    }
    network.add(place, fresh);
    return experiment.withNetwork(network);
  }

  /// Adds a layer at the end of a residual.
  public static Experiment addInside(Experiment experiment, LayerPath residual, String kind) {
    return change(
        experiment,
        residual,
        layer -> {
          if (!(layer instanceof LayerSpec.Residual(List<LayerSpec> inside))) {
            return layer;
          }
          List<LayerSpec> more = new ArrayList<>(inside);
          more.add(
              kind.equals("dense")
                      && !inside.isEmpty()
                      && inside.getLast() instanceof LayerSpec.Dense
                  ? inside.getLast()
                  : fresh(kind, OutputShape.row(USUAL_UNITS)));
          return new LayerSpec.Residual(more);
        });
  }

  /// What a layer at a place would read; a guess where the layers before it do not fit.
  private static OutputShape before(Experiment experiment, int place) {
    List<LayerSpec> network = experiment.network().subList(0, place);
    NetworkShape shape = NetworkShape.fitting(experiment.withNetwork(network));
    boolean fits = shape.layers().size() == paths(network).size();
    OutputShape read = shape.input();
    for (LayerSpec layer : fits ? network : List.<LayerSpec>of()) {
      read = read.after(layer);
    }
    return fits ? read : OutputShape.row(USUAL_UNITS);
  }

  /// A layer of this kind as one begins with.
  ///
  /// @param input what it will read
  private static LayerSpec fresh(String kind, OutputShape input) {
    return switch (kind) {
      case "dense" -> dense(USUAL_UNITS);
      case "conv2d" -> conv(USUAL_UNITS);
      case "max-pool" -> new LayerSpec.MaxPool(2, 2);
      case "average-pool" -> new LayerSpec.AveragePool(2, 2);
      case "flatten" -> new LayerSpec.Flatten();
      case "batch-norm" -> new LayerSpec.BatchNorm();
      case "layer-norm" -> new LayerSpec.LayerNorm();
      case "dropout" -> new LayerSpec.Dropout(USUAL_DROPOUT);
      case "activation" -> new LayerSpec.Activated(RELU);
      case "residual" ->
          new LayerSpec.Residual(
              List.of(
                  input
                      .image()
                      .map(ImageShape::channels)
                      .<LayerSpec>map(NetworkEdits::conv)
                      .orElseGet(() -> dense(input.size()))));
      default -> throw new IllegalArgumentException("no layer " + kind);
    };
  }

  private static LayerSpec dense(int units) {
    return new LayerSpec.Dense(units, RELU, Initializer.usualFor(RELU), true, Initializer.ZEROS);
  }

  private static LayerSpec conv(int filters) {
    return new LayerSpec.Conv2d(
        filters,
        3,
        1,
        LayerSpec.Padding.SAME,
        RELU,
        Initializer.usualFor(RELU),
        true,
        Initializer.ZEROS);
  }

  /// Another activation; weights that started in the usual way for the old one start in the usual
  /// way for the new one.
  public static LayerSpec withActivation(LayerSpec layer, Activation activation) {
    return switch (layer) {
      case LayerSpec.Dense dense -> {
        LayerSpec.Dense other = dense.withActivation(activation);
        yield usual(dense.init(), dense.activation())
            ? other.withInit(Initializer.usualFor(activation))
            : other;
      }
      case LayerSpec.Conv2d conv -> {
        LayerSpec.Conv2d other = conv.withActivation(activation);
        yield usual(conv.init(), conv.activation())
            ? other.withInit(Initializer.usualFor(activation))
            : other;
      }
      case LayerSpec.Activated _ -> new LayerSpec.Activated(activation);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          layer;
    };
  }

  private static boolean usual(Initializer init, Activation activation) {
    return init.equals(Initializer.usualFor(activation));
  }

  /// How the weights of a layer start; empty where it draws none.
  public static Optional<Initializer> init(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense dense -> Optional.of(dense.init());
      case LayerSpec.Conv2d conv -> Optional.of(conv.init());
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          Optional.empty();
    };
  }

  public static LayerSpec withInit(LayerSpec layer, Initializer init) {
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.withInit(init);
      case LayerSpec.Conv2d conv -> conv.withInit(init);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          layer;
    };
  }

  /// Where the biases of a layer start; empty where it has none.
  public static Optional<Double> biasStart(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense(_, _, _, boolean bias, Initializer start) when bias ->
          Optional.of(start.parameter());
      case LayerSpec.Conv2d(_, _, _, _, _, _, boolean bias, Initializer start) when bias ->
          Optional.of(start.parameter());
      default -> Optional.empty();
    };
  }

  /// Biases that all start at one value; empty for a layer without biases.
  public static LayerSpec withBias(LayerSpec layer, Optional<Double> start) {
    Initializer init =
        start
            .filter(value -> value != 0)
            .map(value -> new Initializer(Initializer.Kind.CONSTANT, value))
            .orElse(Initializer.ZEROS);
    return switch (layer) {
      case LayerSpec.Dense(int units, Activation activation, Initializer weights, _, _) ->
          new LayerSpec.Dense(units, activation, weights, start.isPresent(), init);
      case LayerSpec.Conv2d conv ->
          new LayerSpec.Conv2d(
              conv.filters(),
              conv.kernel(),
              conv.stride(),
              conv.padding(),
              conv.activation(),
              conv.init(),
              start.isPresent(),
              init);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          layer;
    };
  }

  /// Changes the list in which a layer stands.
  private static Experiment level(
      Experiment experiment, LayerPath path, Consumer<List<LayerSpec>> change) {
    return experiment.withNetwork(level(experiment.network(), path.indices(), change));
  }

  private static List<LayerSpec> level(
      List<LayerSpec> layers, List<Integer> indices, Consumer<List<LayerSpec>> change) {
    List<LayerSpec> copy = new ArrayList<>(layers);
    if (indices.size() == 1) {
      change.accept(copy);
    } else if (indices.getFirst() < copy.size()
        && copy.get(indices.getFirst()) instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
      copy.set(
          indices.getFirst(),
          new LayerSpec.Residual(level(inside, indices.subList(1, indices.size()), change)));
    }
    return copy;
  }
}
