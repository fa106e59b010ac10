package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.DataSpec.Shape;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetsTest {

  @ParameterizedTest
  @EnumSource(names = {"CIRCLE", "XOR", "GAUSS", "SPIRAL", "MOONS", "RINGS"})
  void withoutNoiseEveryShapeStaysInItsSquareAndIsFilledOnBothSides(Shape shape) {
    double[] points = Shapes.points(shape, 2_000, 0, 3);
    double limit = shape == Shape.GAUSS ? 1.5 * Shapes.RADIUS : Shapes.RADIUS;
    for (int axis = 0; axis < 2; axis++) {
      assertThat(max(points, axis)).isLessThanOrEqualTo(limit);
      assertThat(min(points, axis)).isGreaterThanOrEqualTo(-limit);
      assertThat(max(points, axis)).isGreaterThan(0.45 * Shapes.RADIUS);
      assertThat(min(points, axis)).isLessThan(-0.45 * Shapes.RADIUS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CIRCLE", "XOR", "GAUSS", "SPIRAL", "MOONS", "RINGS"})
  void noiseIsTheStandardDeviationOfTheJitterInRadii(Shape shape) {
    int examples = 20_000;
    double[] clean = Shapes.points(shape, examples, 0, 3);
    double[] noisy = Shapes.points(shape, examples, 0.2, 3);
    for (int axis = 0; axis < 2; axis++) {
      double sum = 0;
      double squares = 0;
      for (int i = axis; i < clean.length; i += 2) {
        double jitter = (noisy[i] - clean[i]) / Shapes.RADIUS;
        sum += jitter;
        squares += jitter * jitter;
      }
      assertThat(sum / examples).isBetween(-0.006, 0.006);
      assertThat(Math.sqrt(squares / examples)).isBetween(0.196, 0.204);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CIRCLE", "XOR", "GAUSS", "SPIRAL", "MOONS", "RINGS"})
  void theTwoClassesOfEveryShapeLieApartWithoutNoise(Shape shape) {
    int examples = shape == Shape.RINGS ? 6_000 : 600;
    double[] points = Shapes.points(shape, examples, 0, 11);
    for (int i = 0; i < 600; i++) {
      int nearest = nearestOther(points, i);
      assertThat(Shapes.positive(nearest)).as("nearest of %d", i).isEqualTo(Shapes.positive(i));
    }
  }

  @Test
  void theClassesDifferByOneExampleAtMost() {
    for (int examples : new int[] {2, 3, 10, 401}) {
      Dataset data = Datasets.of(experiment(Shape.XOR, examples, 0.1, 0.3, Loss.Kind.MSE));
      double sum = Arrays.stream(data.trainY()).sum() + Arrays.stream(data.testY()).sum();
      assertThat(Math.abs(sum)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void theSplitRoundsTheTestCountAndLeavesOneExampleForTraining() {
    assertThat(Datasets.of(experiment(Shape.XOR, 400, 0.1, 0.3, Loss.Kind.MSE)).testCount())
        .isEqualTo(120);
    assertThat(Datasets.of(experiment(Shape.XOR, 7, 0.1, 0.5, Loss.Kind.MSE)).testCount())
        .isEqualTo(4);
    Dataset smallest = Datasets.of(experiment(Shape.XOR, 2, 0.1, 0.9, Loss.Kind.MSE));
    assertThat(smallest.trainCount()).isEqualTo(1);
    assertThat(smallest.testCount()).isEqualTo(1);
    assertThat(Datasets.of(experiment(Shape.XOR, 5, 0.1, 0, Loss.Kind.MSE)).testX()).isEmpty();
  }

  @Test
  void theSplitDealsOutEveryPointWithItsOwnTarget() {
    double[] points = Shapes.points(Shape.SPIRAL, 50, 0.1, 7);
    Dataset data = Datasets.of(experiment(Shape.SPIRAL, 50, 0.1, 0.3, Loss.Kind.MSE));
    var rows = new ArrayList<List<Double>>();
    collect(rows, data.trainX(), data.trainY());
    collect(rows, data.testX(), data.testY());
    var wanted = new ArrayList<List<Double>>();
    for (int i = 0; i < 50; i++) {
      wanted.add(List.of(points[2 * i], points[2 * i + 1], Shapes.positive(i) ? 1.0 : -1.0));
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void targetsFollowTheLoss() {
    assertThat(Datasets.of(experiment(Shape.GAUSS, 40, 0, 0, Loss.Kind.HUBER)).trainY())
        .containsOnly(-1, 1);
    assertThat(Datasets.of(experiment(Shape.GAUSS, 40, 0, 0, Loss.Kind.BCE)).trainY())
        .containsOnly(0, 1);
    Dataset classes = Datasets.of(experiment(Shape.GAUSS, 40, 0, 0, Loss.Kind.CROSS_ENTROPY));
    assertThat(classes.outputs()).isEqualTo(2);
    for (int i = 0; i < 40; i++) {
      int upperRight = classes.trainX()[2 * i] + classes.trainX()[2 * i + 1] > 0 ? 1 : 0;
      assertThat(classes.trainY()[2 * i + upperRight]).isEqualTo(1);
      assertThat(classes.trainY()[2 * i + 1 - upperRight]).isZero();
    }
  }

  @Test
  void theSameSeedGivesTheSameDataAndAnotherSeedOtherData() {
    Experiment experiment = experiment(Shape.MOONS, 30, 0.1, 0.3, Loss.Kind.MSE);
    assertThat(Datasets.of(experiment).trainX()).isEqualTo(Datasets.of(experiment).trainX());
    assertThat(Datasets.of(experiment.withSeed(8)).trainX())
        .isNotEqualTo(Datasets.of(experiment).trainX());
  }

  @Test
  void theNegativeRingLiesBetweenADiscAndARingOfPositives() {
    double[] points = Shapes.points(Shape.RINGS, 1_000, 0, 3);
    int disc = 0;
    for (int i = 0; i < 1_000; i++) {
      double r = Math.hypot(points[2 * i], points[2 * i + 1]) / Shapes.RADIUS;
      assertThat(r > 0.35 && r < 0.65).isEqualTo(!Shapes.positive(i));
      disc += r < 0.3 ? 1 : 0;
      assertThat(r < 0.29 || (r > 0.35 && r < 0.65) || r > 0.71).isTrue();
    }
    assertThat(disc).isBetween(40, 100);
  }

  @Test
  void theWaveIsOneAndAHalfWavesOfNumbersFromLeftToRight() {
    Dataset wave = Datasets.of(experiment(Shape.WAVE, 300, 0, 0.2, Loss.Kind.MSE));
    assertThat(wave.inputs()).isEqualTo(1);
    assertThat(wave.outputs()).isEqualTo(1);
    assertThat(wave.task()).isEqualTo(Task.REGRESSION);
    assertThat(wave.testCount()).isEqualTo(60);
    for (int i = 0; i < wave.trainCount(); i++) {
      double x = wave.trainX()[i] / Shapes.RADIUS;
      assertThat(x).isBetween(-1.0, 1.0);
      assertThat(wave.trainY()[i]).isCloseTo(Math.sin(1.5 * Math.PI * x), within(1e-12));
    }
    assertThat(max(wave.trainX())).isGreaterThan(0.95 * Shapes.RADIUS);
    assertThat(min(wave.trainX())).isLessThan(-0.95 * Shapes.RADIUS);
  }

  @Test
  void thePlaneRisesFromOneCornerToTheOther() {
    Dataset plane = Datasets.of(experiment(Shape.PLANE, 300, 0, 0, Loss.Kind.HUBER));
    assertThat(plane.inputs()).isEqualTo(2);
    assertThat(plane.task()).isEqualTo(Task.REGRESSION);
    for (int i = 0; i < 300; i++) {
      double sum = plane.trainX()[2 * i] + plane.trainX()[2 * i + 1];
      assertThat(plane.trainY()[i]).isCloseTo(sum / (2 * Shapes.RADIUS), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WAVE", "PLANE"})
  void theNoiseOfARegressionIsThatOfItsValues(Shape shape) {
    Functions clean = Functions.of(shape, 20_000, 0, 3);
    Functions noisy = Functions.of(shape, 20_000, 0.2, 3);
    assertThat(noisy.x()).isEqualTo(clean.x());
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      squares += Math.pow(noisy.y()[i] - clean.y()[i], 2);
    }
    assertThat(Math.sqrt(squares / 20_000)).isBetween(0.196, 0.204);
  }

  @Test
  void theSignsAreSmallImagesInTenClasses() {
    Dataset signs = Datasets.of(experiment(Shape.STROKES, 200, 0.1, 0.3, Loss.Kind.CROSS_ENTROPY));
    assertThat(signs.inputs()).isEqualTo(144);
    assertThat(signs.outputs()).isEqualTo(10);
    assertThat(signs.shape()).contains(new ImageShape(1, 12, 12));
    assertThat(signs.classes()).hasSize(10);
    assertThat(signs.task()).isEqualTo(Task.CLASSES);
    assertThat(min(signs.trainX())).isZero();
    assertThat(max(signs.trainX())).isLessThanOrEqualTo(1);
    for (int i = 0; i < signs.trainCount(); i++) {
      assertThat(Arrays.stream(signs.trainY(), 10 * i, 10 * i + 10).sum()).isEqualTo(1);
    }
  }

  /// Without noise a sign is drawn with a soft edge on black that goes on to the border.
  @Test
  void everySignIsOnItsImageAndHasSoftEdges() {
    double[] pixels = Strokes.images(500, 0, 9);
    for (int i = 0; i < 500; i++) {
      int ink = 0;
      int soft = 0;
      for (int pixel = 0; pixel < 144; pixel++) {
        double value = pixels[144 * i + pixel];
        ink += value > 0.5 ? 1 : 0;
        soft += value > 0.05 && value < 0.75 ? 1 : 0;
      }
      assertThat(ink).as("sign %d", i).isBetween(4, 70);
      assertThat(soft).as("sign %d", i).isGreaterThan(3);
      for (int corner : new int[] {0, 11, 132, 143}) {
        assertThat(pixels[144 * i + corner]).as("corner of %d", i).isLessThan(0.7);
      }
    }
  }

  @Test
  void twoSignsOfOneClassAreNeverAlike() {
    double[] pixels = Strokes.images(40, 0, 9);
    for (int i = 0; i < 30; i++) {
      assertThat(Arrays.copyOfRange(pixels, 144 * i, 144 * i + 144))
          .isNotEqualTo(Arrays.copyOfRange(pixels, 144 * (i + 10), 144 * (i + 11)));
    }
  }

  @Test
  void inlineDataAreTakenAsTheyAre() {
    var inline =
        new DataSpec.Inline(
            Matrix.of(2, 1, new double[] {1, 2}),
            Matrix.of(2, 1, new double[] {0.5, -3}),
            Matrix.of(1, 1, new double[] {4}),
            Matrix.of(1, 1, new double[] {7}));
    Dataset data = Datasets.of(experiment(Shape.XOR, 2, 0, 0, Loss.Kind.MSE).withData(inline));
    assertThat(data.trainX()).containsExactly(1, 2);
    assertThat(data.trainY()).containsExactly(0.5, -3);
    assertThat(data.testX()).containsExactly(4);
    assertThat(data.testY()).containsExactly(7);
    assertThat(data.task()).isEqualTo(Task.REGRESSION);
  }

  @Test
  void theProbeSetIsAllOfASmallSetAndAFixedSampleOfALargeOne() {
    Dataset small = Datasets.of(experiment(Shape.XOR, 512, 0, 0, Loss.Kind.MSE));
    assertThat(ProbeSet.ofTraining(small, 7).x()).isEqualTo(small.trainX());
    assertThat(ProbeSet.ofTest(small, 7).count()).isZero();

    Dataset large = Datasets.of(experiment(Shape.XOR, 2_000, 0, 0.5, Loss.Kind.MSE));
    ProbeSet probe = ProbeSet.ofTraining(large, 7);
    assertThat(probe.count()).isEqualTo(512);
    assertThat(probe.indices()).isSorted().doesNotHaveDuplicates();
    assertThat(probe.indices()).isEqualTo(ProbeSet.ofTraining(large, 7).indices());
    assertThat(probe.indices()).isNotEqualTo(ProbeSet.ofTest(large, 7).indices());
    IntStream.range(0, 512)
        .forEach(
            i -> {
              int row = probe.indices()[i];
              assertThat(probe.x()[2 * i + 1]).isEqualTo(large.trainX()[2 * row + 1]);
              assertThat(probe.y()[i]).isEqualTo(large.trainY()[row]);
            });
  }

  private static Experiment experiment(
      Shape shape, int examples, double noise, double test, Loss.Kind loss) {
    return new Experiment(
        "",
        7,
        new DataSpec.Generated(shape, examples, noise, test),
        List.of(),
        Loss.of(loss),
        new Optimizer.Sgd(0.1),
        BatchSize.DEFAULT,
        Clip.NONE,
        Penalty.NONE);
  }

  private static void collect(List<List<Double>> rows, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      rows.add(List.of(x[2 * i], x[2 * i + 1], y[i]));
    }
  }

  private static int nearestOther(double[] points, int i) {
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; 2 * j < points.length; j++) {
      double distance =
          Math.hypot(points[2 * i] - points[2 * j], points[2 * i + 1] - points[2 * j + 1]);
      if (j != i && distance < best) {
        best = distance;
        nearest = j;
      }
    }
    return nearest;
  }

  private static double max(double[] numbers) {
    return Arrays.stream(numbers).max().orElseThrow();
  }

  private static double min(double[] numbers) {
    return Arrays.stream(numbers).min().orElseThrow();
  }

  private static double max(double[] points, int axis) {
    return IntStream.range(0, points.length / 2)
        .mapToDouble(i -> points[2 * i + axis])
        .max()
        .orElseThrow();
  }

  private static double min(double[] points, int axis) {
    return IntStream.range(0, points.length / 2)
        .mapToDouble(i -> points[2 * i + axis])
        .min()
        .orElseThrow();
  }
}
