package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One parameter set by hand, named by its place in the JSON form of [Weights].
///
/// @param path such as `weights.layers[0].W[1][3]`; layers are counted among those with parameters.
///     Running statistics cannot be set
/// @param value finite
public record WeightEdit(String path, double value) {
  /// What every path begins with.
  public static final String ROOT = "weights";

  private static final Pattern PATH =
      Pattern.compile(
          "weights\\.layers\\[(\\d{1,4})]\\.(W|K|b|gamma|beta|slope)((?:\\[\\d{1,6}])*)");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  public WeightEdit {
    if (!Double.isFinite(value)) {
      throw Problems.notFinite(path, String.valueOf(value)).refused();
    }
  }

  /// A weight of a fully connected layer.
  ///
  /// @param entry the layer's number among those with parameters, from 0
  /// @param input from 0
  /// @param unit from 0
  public static WeightEdit weight(int entry, int input, int unit, double value) {
    return new WeightEdit(layer(entry) + ".W[" + input + "][" + unit + "]", value);
  }

  /// A weight of a convolution.
  public static WeightEdit kernel(
      int entry, int filter, int channel, int row, int column, double value) {
    return new WeightEdit(
        layer(entry) + ".K[" + filter + "][" + channel + "][" + row + "][" + column + "]", value);
  }

  public static WeightEdit bias(int entry, int unit, double value) {
    return new WeightEdit(layer(entry) + ".b[" + unit + "]", value);
  }

  /// What a normalisation multiplies a unit by.
  public static WeightEdit gamma(int entry, int unit, double value) {
    return new WeightEdit(layer(entry) + ".gamma[" + unit + "]", value);
  }

  /// What a normalisation adds to a unit.
  public static WeightEdit beta(int entry, int unit, double value) {
    return new WeightEdit(layer(entry) + ".beta[" + unit + "]", value);
  }

  private static String layer(int entry) {
    return ROOT + ".layers[" + entry + "]";
  }

  /// The parameter as it stands.
  ///
  /// @throws InvalidInput if the weights have none of this name
  public double valueIn(Weights weights) {
    Spot spot = spot(weights);
    return spot.matrix().get(spot.row(), spot.column());
  }

  /// The weights with this parameter set.
  ///
  /// @throws InvalidInput if the weights have none of this name
  public Weights in(Weights weights) {
    Spot spot = spot(weights);
    double[] values = spot.matrix().toArray();
    values[spot.row() * spot.matrix().columns() + spot.column()] = value;
    Matrix changed = Matrix.owning(spot.matrix().rows(), spot.matrix().columns(), values);
    List<Weights.Layer> layers = new ArrayList<>(weights.layers());
    layers.set(spot.entry(), with(layers.get(spot.entry()), spot.name(), changed));
    return new Weights(layers);
  }

  /// Where a parameter stands: in a table of one layer.
  private record Spot(int entry, String name, Matrix matrix, int row, int column) {}

  private Spot spot(Weights weights) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw Problems.noSuchWeight(path).refused();
    }
    int entry = Integer.parseInt(matcher.group(1));
    if (entry >= weights.layers().size()) {
      throw Problems.noSuchWeight(path).refused();
    }
    String name = matcher.group(2);
    int[] indices =
        INDEX
            .matcher(matcher.group(3))
            .results()
            .mapToInt(r -> Integer.parseInt(r.group(1)))
            .toArray();
    Weights.Layer layer = weights.layers().get(entry);
    Matrix matrix = table(layer, name).orElseThrow(() -> Problems.noSuchWeight(path).refused());
    return place(layer, name, indices)
        .filter(at -> at[0] < matrix.rows() && at[1] < matrix.columns())
        .map(at -> new Spot(entry, name, matrix, at[0], at[1]))
        .orElseThrow(() -> Problems.noSuchWeight(path).refused());
  }

  private static Optional<Matrix> table(Weights.Layer layer, String name) {
    return switch (layer) {
      case Weights.Dense(Matrix w, Optional<Matrix> b, OptionalDouble slope) ->
          switch (name) {
            case "W" -> Optional.of(w);
            case "b" -> b;
            case "slope" -> single(slope);
            default -> Optional.empty();
          };
      case Weights.Conv2d(Matrix k, _, Optional<Matrix> b, OptionalDouble slope) ->
          switch (name) {
            case "K" -> Optional.of(k);
            case "b" -> b;
            case "slope" -> single(slope);
            default -> Optional.empty();
          };
      case Weights.BatchNorm norm -> scale(name, norm.gamma(), norm.beta());
      case Weights.LayerNorm norm -> scale(name, norm.gamma(), norm.beta());
      case Weights.Slope(double slope) ->
          name.equals("slope") ? single(OptionalDouble.of(slope)) : Optional.empty();
    };
  }

  private static Optional<Matrix> scale(String name, Matrix gamma, Matrix beta) {
    return switch (name) {
      case "gamma" -> Optional.of(gamma);
      case "beta" -> Optional.of(beta);
      default -> Optional.empty();
    };
  }

  private static Optional<Matrix> single(OptionalDouble value) {
    return value.isPresent()
        ? Optional.of(Matrix.of(1, 1, new double[] {value.getAsDouble()}))
        : Optional.empty();
  }

  /// Row and column of a place in its table; empty if it has another number of indices than that
  /// table has in JSON.
  private static Optional<int[]> place(Weights.Layer layer, String name, int[] indices) {
    int wanted =
        switch (name) {
          case "W" -> 2;
          case "K" -> 4;
          case "slope" -> 0;
          default -> 1;
        };
    if (indices.length != wanted) {
      return Optional.empty();
    }
    if (layer instanceof Weights.Conv2d conv && name.equals("K")) {
      int side = conv.kernel();
      boolean inside = indices[1] < conv.channels() && indices[2] < side && indices[3] < side;
      return inside
          ? Optional.of(
              new int[] {indices[0], (indices[1] * side + indices[2]) * side + indices[3]})
          : Optional.empty();
    }
    return Optional.of(
        switch (wanted) {
          case 2 -> new int[] {indices[0], indices[1]};
          case 1 -> new int[] {0, indices[0]};
          default -> new int[] {0, 0};
        });
  }

  private static Weights.Layer with(Weights.Layer layer, String name, Matrix table) {
    return switch (layer) {
      case Weights.Dense(Matrix w, Optional<Matrix> b, OptionalDouble slope) ->
          switch (name) {
            case "W" -> new Weights.Dense(table, b, slope);
            case "b" -> new Weights.Dense(w, Optional.of(table), slope);
            default -> new Weights.Dense(w, b, OptionalDouble.of(table.get(0, 0)));
          };
      case Weights.Conv2d(Matrix k, int kernel, Optional<Matrix> b, OptionalDouble slope) ->
          switch (name) {
            case "K" -> new Weights.Conv2d(table, kernel, b, slope);
            case "b" -> new Weights.Conv2d(k, kernel, Optional.of(table), slope);
            default -> new Weights.Conv2d(k, kernel, b, OptionalDouble.of(table.get(0, 0)));
          };
      case Weights.BatchNorm(Matrix gamma, Matrix beta, Matrix mean, Matrix variance) ->
          name.equals("gamma")
              ? new Weights.BatchNorm(table, beta, mean, variance)
              : new Weights.BatchNorm(gamma, table, mean, variance);
      case Weights.LayerNorm(Matrix gamma, Matrix beta) ->
          name.equals("gamma")
              ? new Weights.LayerNorm(table, beta)
              : new Weights.LayerNorm(gamma, table);
      case Weights.Slope _ -> new Weights.Slope(table.get(0, 0));
    };
  }
}
