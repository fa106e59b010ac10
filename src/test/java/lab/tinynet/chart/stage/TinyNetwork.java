package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerInfo;

/// A small dense network in plain arrays, enough to make frames that look like real ones.
final class TinyNetwork {
  static final int RESOLUTION = 64;
  private final Random random;
  private final String hidden;
  private final String last;
  final List<double[]> weights = new ArrayList<>();
  final List<double[]> biases = new ArrayList<>();
  private final int[] sizes;

  TinyNetwork(long seed, String hidden, String last, int... sizes) {
    this.random = new Random(seed);
    this.hidden = hidden;
    this.last = last;
    this.sizes = sizes.clone();
    for (int l = 0; l + 1 < sizes.length; l++) {
      double[] w = new double[sizes[l] * sizes[l + 1]];
      Arrays.setAll(w, i -> 0);
      for (int i = 0; i < w.length; i++) {
        w[i] = random.nextGaussian() * Math.sqrt(2.0 / sizes[l]);
      }
      double[] b = new double[sizes[l + 1]];
      for (int i = 0; i < b.length; i++) {
        b[i] = 0.3 * random.nextGaussian();
      }
      weights.add(w);
      biases.add(b);
    }
  }

  /// Makes a unit put out 0 everywhere.
  TinyNetwork kill(int layer, int unit) {
    int units = sizes[layer + 1];
    for (int i = 0; i < sizes[layer]; i++) {
      weights.get(layer)[i * units + unit] = -Math.abs(weights.get(layer)[i * units + unit]) / 20;
    }
    biases.get(layer)[unit] = -1.5;
    return this;
  }

  private double activation(int layer, double z) {
    String name = layer == weights.size() - 1 ? last : hidden;
    return switch (name) {
      case "relu" -> Math.max(0, z);
      case "tanh" -> Math.tanh(z);
      case "sigmoid" -> 1 / (1 + Math.exp(-z));
      default -> z;
    };
  }

  double[][] forward(double... x) {
    double[][] outputs = new double[weights.size()][];
    double[] in = x;
    for (int l = 0; l < weights.size(); l++) {
      double[] out = biases.get(l).clone();
      for (int i = 0; i < in.length; i++) {
        for (int u = 0; u < out.length; u++) {
          out[u] += in[i] * weights.get(l)[i * out.length + u];
        }
      }
      double sum = 0;
      for (int u = 0; u < out.length; u++) {
        out[u] = activation(l, out[u]);
        sum += Math.exp(out[u]);
      }
      if (l == weights.size() - 1 && last.equals("softmax")) {
        for (int u = 0; u < out.length; u++) {
          out[u] = Math.exp(out[u]) / sum;
        }
      }
      outputs[l] = out;
      in = out;
    }
    return outputs;
  }

  /// Plain gradient descent on the squared error of one output, tanh or identity at the end.
  TinyNetwork train(PointCloud cloud, int steps, double rate) {
    for (int step = 0; step < steps; step++) {
      int i = random.nextInt(cloud.train());
      double[] x = {cloud.x()[i], cloud.y()[i]};
      double[][] a = forward(x);
      double y = a[a.length - 1][0];
      double[] delta = {2 * (y - cloud.target()[i]) * (last.equals("tanh") ? 1 - y * y : 1)};
      for (int l = weights.size() - 1; l >= 0; l--) {
        double[] in = l == 0 ? x : a[l - 1];
        double[] w = weights.get(l);
        double[] back = new double[in.length];
        for (int k = 0; k < in.length; k++) {
          for (int u = 0; u < delta.length; u++) {
            back[k] += w[k * delta.length + u] * delta[u];
            w[k * delta.length + u] -= rate * delta[u] * in[k];
          }
          double slope = hidden.equals("tanh") ? 1 - in[k] * in[k] : in[k] > 0 ? 1 : 0;
          back[k] *= l == 0 ? 1 : slope;
        }
        for (int u = 0; u < delta.length; u++) {
          biases.get(l)[u] -= rate * delta[u];
        }
        delta = back;
      }
    }
    return this;
  }

  Frame frame(long step, double reach) {
    boolean maps = sizes[0] == 2;
    int resolution = maps ? RESOLUTION : 0;
    float[][][] values = new float[weights.size()][][];
    for (int l = 0; l < values.length; l++) {
      values[l] = new float[maps ? sizes[l + 1] : 0][resolution * resolution];
    }
    for (int i = 0; i < resolution * resolution; i++) {
      double x = reach * (2 * (i % resolution + 0.5) / resolution - 1);
      double y = reach * (1 - 2 * (Math.floorDiv(i, resolution) + 0.5) / resolution);
      double[][] outputs = forward(x, y);
      for (int l = 0; l < outputs.length; l++) {
        for (int u = 0; u < outputs[l].length; u++) {
          values[l][u][i] = (float) outputs[l][u];
        }
      }
    }
    List<Frame.LayerFrame> layers = new ArrayList<>();
    for (int l = 0; l < weights.size(); l++) {
      String name = l == weights.size() - 1 ? last : hidden;
      boolean[] dead = new boolean[sizes[l + 1]];
      for (int u = 0; u < dead.length && maps && name.equals("relu"); u++) {
        dead[u] = true;
        for (float value : values[l][u]) {
          dead[u] &= value == 0;
        }
      }
      LayerInfo info =
          new LayerInfo(
              "dense " + (l + 1), "dense", name, sizes[l], sizes[l + 1], true, name.equals("relu"));
      layers.add(
          new Frame.LayerFrame(
              info, weights.get(l).clone(), biases.get(l).clone(), values[l], dead));
    }
    return new Frame(step, resolution, new Frame.Region(-reach, reach, -reach, reach), layers);
  }

  /// Two arms of a spiral, targets ±1, a third of them for the test.
  static PointCloud spiral(long seed, int count, double reach) {
    Random random = new Random(seed);
    double[] x = new double[count];
    double[] y = new double[count];
    double[] target = new double[count];
    for (int i = 0; i < count; i++) {
      double t = random.nextDouble();
      double side = i % 2 == 0 ? 0 : Math.PI;
      double radius = 0.83 * reach * (0.08 + 0.92 * t);
      x[i] = radius * Math.sin(4.4 * t + side) + 0.02 * reach * random.nextGaussian();
      y[i] = radius * Math.cos(4.4 * t + side) + 0.02 * reach * random.nextGaussian();
      target[i] = i % 2 == 0 ? 1 : -1;
    }
    return new PointCloud(x, y, target, count * 2 / 3);
  }
}
