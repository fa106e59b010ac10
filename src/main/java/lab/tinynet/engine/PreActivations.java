package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.LayerInfo;

/// Where the pre-activations of one layer lie on a probe, and how steep its activation is there.
///
/// Moments are those of [#SAMPLE] examples of the probe set, one drawn from each of as many equal
/// parts: enough for two digits, and few enough that measuring costs little. Histograms are of the
/// whole probe set; where that is more than [#WHOLE] numbers, of the same sample.
final class PreActivations {
  static final int SAMPLE = 64;

  /// Numbers up to which a histogram counts all of them.
  static final int WHOLE = 1 << 17;

  /// Beside 0 and 1, the shuffles of the two probe sets.
  private static final long SAMPLE_STEP = 2;

  private static final Set<String> NORMALISATIONS = Set.of("batch-norm", "layer-norm");
  private static final Set<String> ACTIVATED = Set.of("dense", "conv2d", "activation");
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final LayerPass pass;
  private final Layer layer;
  private final Activation.Kind kind;
  private final boolean exist;
  private final boolean steep;
  private final int[] sample;
  private double mean = Double.NaN;
  private double std = Double.NaN;
  private double derivative = Double.NaN;

  PreActivations(LayerPass pass, Layer layer, int[] sample) {
    this.sample = sample;
    this.pass = pass;
    this.layer = layer;
    LayerInfo info = layer.info();
    this.kind = Activation.Kind.named(info.activation()).orElseThrow();
    this.exist = exist(info);
    this.steep = ACTIVATED.contains(info.kind()) && kind != Activation.Kind.SOFTMAX;
  }

  /// Whether a layer has them, in the shape of its output: of a normalisation, what it reads.
  static boolean exist(LayerInfo info) {
    return ACTIVATED.contains(info.kind()) || NORMALISATIONS.contains(info.kind());
  }

  /// The examples of a probe set that are looked at, in ascending order.
  ///
  /// @param rows number of examples
  static int[] sample(int rows, long seed) {
    int count = Math.min(SAMPLE, rows);
    return IntStream.range(0, count)
        .map(
            i -> {
              double within = CounterRandom.uniform(seed, Purpose.PROBE, SAMPLE_STEP, i);
              return (int) ((i + within) * rows / count);
            })
        .toArray();
  }

  /// Mean over units and sample; NaN without pre-activations.
  double mean() {
    return mean;
  }

  double std() {
    return std;
  }

  /// Mean of |f′(z)|; NaN for a layer without an activation that works element by element.
  double derivative() {
    return derivative;
  }

  /// Summarises the last forward pass, or writes that there is nothing to summarise.
  ///
  /// @param row receives the histogram from `at` on
  void summarise(int rows, Histograms.Workspace work, float[] row, int at) {
    if (!exist) {
      Arrays.fill(row, at, at + HistogramLog.COUNTS, Float.NaN);
      Arrays.fill(row, at + HistogramLog.COUNTS, at + HistogramLog.WIDTH, 0);
      return;
    }
    MemorySegment z = pass.preActivation().memory();
    int columns = pass.output().columns();
    if ((long) rows * columns <= WHOLE) {
      Histograms.summarise(z, rows * columns, work, row, at);
    } else {
      Histograms.summarise(z, rows, columns, sample, work, row, at);
    }
  }

  /// Looks at the last forward pass.
  void measure(int rows) {
    if (!exist || rows == 0) {
      return;
    }
    MemorySegment z = pass.preActivation().memory();
    MemorySegment a = pass.output().values().memory();
    double parameter = layer.activationParameter();
    int columns = pass.output().columns();
    double sum = 0;
    double squares = 0;
    double derivatives = 0;
    // Squares around a value of theirs lose no digits where all lie far from 0.
    double around = z.getAtIndex(DOUBLE, 0);
    for (int column = 0; column < columns; column++) {
      long from = (long) column * rows;
      for (int example : sample) {
        long at = from + example;
        double x = z.getAtIndex(DOUBLE, at);
        double off = x - around;
        sum += off;
        squares += off * off;
        if (steep) {
          double y = a.getAtIndex(DOUBLE, at);
          derivatives += Math.abs(ActivationFunction.derivative(kind, parameter, x, y));
        }
      }
    }
    double n = (double) sample.length * columns;
    double offset = sum / n;
    mean = around + offset;
    std = Math.sqrt(Math.max(0, squares / n - offset * offset));
    derivative = steep ? derivatives / n : Double.NaN;
  }
}
