package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.tinynet.data.Dataset;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.Frame.Forward;
import lab.tinynet.telemetry.Frame.LayerFrame;
import lab.tinynet.telemetry.Frame.Moments;
import lab.tinynet.telemetry.Frame.Region;
import lab.tinynet.telemetry.Frame.Scaling;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.ImageGrid;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.ProbePoint;

/// Makes frames: the parameters, and for networks with two inputs the output of every unit over the
/// input plane, computed in buffers of its own.
final class FrameMaker implements AutoCloseable {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  /// Points of the plane computed at a time: few enough to stay in the processor's cache.
  private static final int CHUNK = 1024;

  /// The picture shows this share of the data's extent beyond it on each side.
  private static final double MARGIN = 0.15;

  private final Network network;
  private final int resolution;
  private final Region region;
  private final Dataset data;
  private final Pass pass;
  private Optional<Pass> single = Optional.empty();

  /// @param resolution side of the maps in cells; no maps unless the network has two inputs
  FrameMaker(Network network, Dataset data, int resolution) {
    this.network = network;
    this.data = data;
    boolean plane = network.inputs() == 2 && network.infos().getLast().area() == 1;
    this.resolution = plane ? resolution : 0;
    this.region = regionOf(data);
    int capacity = Math.clamp((long) this.resolution * this.resolution, 1, CHUNK);
    this.pass = new Pass(network, data.outputs(), capacity, false);
  }

  int resolution() {
    return resolution;
  }

  Frame make(long step, Probe probe, FrameWish wish) {
    float[][][] maps = resolution == 0 ? null : maps();
    List<LayerFrame> layers = new ArrayList<>();
    for (int l = 0; l < network.layers().size(); l++) {
      layers.add(layerFrame(l, maps == null ? new float[0][] : maps[l], probe));
    }
    return new Frame(
        step,
        resolution,
        region,
        layers,
        data.shape().map(at -> new ImageGrid(at.channels(), at.height(), at.width())),
        Optional.of(forward(wish.point())),
        wish.unit()
            .filter(this::exists)
            .map(at -> UnitStatistics.of(probe.evaluated(), network, at.layer(), at.unit())));
  }

  private boolean exists(UnitPlace place) {
    return place.layer() < network.infos().size()
        && place.unit() < network.infos().get(place.layer()).units();
  }

  /// The way of one input through the network; of the first example, if none is wished for or there
  /// is no such one.
  private Forward forward(Optional<ProbePoint> wished) {
    Optional<ProbePoint> possible = wished.filter(this::isInput);
    ProbePoint point = possible.orElse(new ProbePoint.Example(0));
    double[] input =
        switch (point) {
          case ProbePoint.Example(int index) -> input(index);
          case ProbePoint.Plane(double x1, double x2) -> new double[] {x1, x2};
        };
    double[] target =
        switch (point) {
          case ProbePoint.Example(int index) -> target(index);
          case ProbePoint.Plane _ -> new double[0];
        };
    Pass one = single.orElseGet(() -> new Pass(network, data.outputs(), 1, false));
    single = Optional.of(one);
    one.prepare(1);
    for (int i = 0; i < input.length; i++) {
      one.input().values().set(i, input[i]);
    }
    one.forward();
    List<double[]> preActivations = new ArrayList<>();
    List<double[]> outputs = new ArrayList<>();
    for (int l = 0; l < network.infos().size(); l++) {
      LayerInfo info = network.infos().get(l);
      int count = info.units() * info.area();
      LayerPass layer = one.layer(l);
      double[] output = copy(layer.output().values(), count);
      outputs.add(output);
      preActivations.add(PreActivations.exist(info) ? copy(layer.preActivation(), count) : output);
    }
    return new Forward(point, possible.isPresent(), input, target, preActivations, outputs);
  }

  private boolean isInput(ProbePoint point) {
    return switch (point) {
      case ProbePoint.Example(int index) -> index >= 0 && index < examples();
      case ProbePoint.Plane _ -> network.inputs() == 2;
    };
  }

  private int examples() {
    return data.trainCount() + data.testCount();
  }

  private double[] input(int example) {
    return row(data.trainX(), data.testX(), example, data.inputs());
  }

  private double[] target(int example) {
    return row(data.trainY(), data.testY(), example, data.outputs());
  }

  private double[] row(double[] train, double[] test, int example, int width) {
    boolean training = example < data.trainCount();
    int from = (training ? example : example - data.trainCount()) * width;
    return Arrays.copyOfRange(training ? train : test, from, from + width);
  }

  private static double[] copy(FlatBuffer from, int count) {
    double[] values = new double[count];
    MemorySegment.copy(from.memory(), DOUBLE, 0, values, 0, count);
    return values;
  }

  private LayerFrame layerFrame(int index, float[][] maps, Probe probe) {
    boolean[] dead = probe.deadNow(index);
    LayerInfo info = network.infos().get(index);
    return switch (network.layers().get(index)) {
      case DenseLayer dense -> layerFrame(info, dense.weights(), maps, dead);
      case ConvLayer conv -> layerFrame(info, conv.weights(), maps, dead);
      case BatchNormLayer norm ->
          normalisation(info, maps, dead, scaling(index, norm.read(network.parameters()), probe));
      case LayerNormLayer norm ->
          normalisation(info, maps, dead, scaling(index, norm.read(network.parameters()), probe));
      default -> normalisation(info, maps, dead, Optional.empty());
    };
  }

  private static LayerFrame normalisation(
      LayerInfo info, float[][] maps, boolean[] dead, Optional<Scaling> scaling) {
    return new LayerFrame(info, new double[0], new double[0], maps, dead, scaling);
  }

  private Optional<Scaling> scaling(int index, Optional<Weights.Layer> learnt, Probe probe) {
    Pass pass = probe.evaluated();
    LayerInfo info = network.infos().get(index);
    LayerPass layer = pass.layer(index);
    Moments[] before = UnitStatistics.moments(layer.preActivation(), info, pass.rows());
    Moments[] after = UnitStatistics.moments(layer.output().values(), info, pass.rows());
    double[] none = {};
    return learnt.flatMap(
        parameters ->
            switch (parameters) {
              case Weights.BatchNorm(Matrix gamma, Matrix beta, Matrix mean, Matrix variance) ->
                  Optional.of(
                      new Scaling(
                          gamma.toArray(),
                          beta.toArray(),
                          mean.toArray(),
                          variance.toArray(),
                          before,
                          after));
              case Weights.LayerNorm(Matrix gamma, Matrix beta) ->
                  Optional.of(
                      new Scaling(gamma.toArray(), beta.toArray(), none, none, before, after));
              case Weights.Dense _, Weights.Conv2d _, Weights.Slope _ -> Optional.empty();
            });
  }

  private LayerFrame layerFrame(
      LayerInfo info, WeightBlock weights, float[][] maps, boolean[] dead) {
    FlatBuffer parameters = network.parameters();
    return new LayerFrame(
        info, weights.byInput(parameters), weights.biases(parameters), maps, dead);
  }

  private float[][][] maps() {
    int cells = resolution * resolution;
    float[][][] maps = new float[network.layers().size()][][];
    for (int l = 0; l < maps.length; l++) {
      LayerInfo info = network.infos().get(l);
      // A channel of an image is no map of the plane.
      maps[l] = new float[info.area() == 1 ? info.units() : 0][cells];
    }
    for (int from = 0; from < cells; from += CHUNK) {
      int rows = Math.min(CHUNK, cells - from);
      pass.prepare(rows);
      FlatBuffer input = pass.input().values();
      for (int r = 0; r < rows; r++) {
        int cell = from + r;
        input.set(r, x(cell % resolution));
        input.set((long) rows + r, y(cell / resolution));
      }
      pass.forward();
      for (int l = 0; l < maps.length; l++) {
        MemorySegment values = pass.layer(l).output().values().memory();
        for (int unit = 0; unit < maps[l].length; unit++) {
          float[] map = maps[l][unit];
          long column = (long) unit * rows;
          for (int r = 0; r < rows; r++) {
            map[from + r] = (float) values.getAtIndex(DOUBLE, column + r);
          }
        }
      }
    }
    return maps;
  }

  /// The x of the middle of a column of cells.
  private double x(int column) {
    return region.minX() + (column + 0.5) * (region.maxX() - region.minX()) / resolution;
  }

  /// The y of the middle of a row of cells; the top row has the largest.
  private double y(int row) {
    return region.maxY() - (row + 0.5) * (region.maxY() - region.minY()) / resolution;
  }

  /// A square around all examples, in the middle of which they lie.
  private static Region regionOf(Dataset data) {
    if (data.inputs() != 2) {
      return new Region(0, 1, 0, 1);
    }
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double[] table : List.of(data.trainX(), data.testX())) {
      for (int i = 0; i < table.length; i++) {
        low[i % 2] = Math.min(low[i % 2], table[i]);
        high[i % 2] = Math.max(high[i % 2], table[i]);
      }
    }
    double extent = Math.max(high[0] - low[0], high[1] - low[1]);
    double half = extent > 0 ? extent * (0.5 + MARGIN) : 1;
    double middleX = (low[0] + high[0]) / 2;
    double middleY = (low[1] + high[1]) / 2;
    return new Region(middleX - half, middleX + half, middleY - half, middleY + half);
  }

  @Override
  public void close() {
    pass.close();
    single.ifPresent(Pass::close);
  }
}
