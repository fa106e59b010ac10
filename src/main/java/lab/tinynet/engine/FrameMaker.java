package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import lab.tinynet.data.Dataset;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.Frame.LayerFrame;
import lab.tinynet.telemetry.Frame.Region;
import lab.tinynet.telemetry.LayerInfo;

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
  private final Pass pass;

  /// @param resolution side of the maps in cells; no maps unless the network has two inputs
  FrameMaker(Network network, Dataset data, int resolution) {
    this.network = network;
    boolean plane = network.inputs() == 2 && network.infos().getLast().area() == 1;
    this.resolution = plane ? resolution : 0;
    this.region = regionOf(data);
    int capacity = Math.clamp((long) this.resolution * this.resolution, 1, CHUNK);
    this.pass = new Pass(network, data.outputs(), capacity, false);
  }

  int resolution() {
    return resolution;
  }

  Frame make(long step, Probe probe) {
    float[][][] maps = resolution == 0 ? null : maps();
    List<LayerFrame> layers = new ArrayList<>();
    for (int l = 0; l < network.layers().size(); l++) {
      layers.add(layerFrame(l, maps == null ? new float[0][] : maps[l], probe.deadNow(l)));
    }
    return new Frame(step, resolution, region, layers);
  }

  private LayerFrame layerFrame(int index, float[][] maps, boolean[] dead) {
    LayerInfo info = network.infos().get(index);
    return switch (network.layers().get(index)) {
      case DenseLayer dense -> layerFrame(info, dense.weights(), maps, dead);
      case ConvLayer conv -> layerFrame(info, conv.weights(), maps, dead);
      default -> new LayerFrame(info, new double[0], new double[0], maps, dead);
    };
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
  }
}
