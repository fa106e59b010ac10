package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.FileContents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final String FLOWERS =
      """
      length,width,kind
      5.1,3.5,setosa
      7.0,3.2,versicolor
      6.3,3.3,virginica
      4.9,3.0,setosa
      """;

  @TempDir Path path;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(path);
  }

  @Test
  void headerDelimiterAndLabelAreFound() {
    FileContents contents = contents(FLOWERS, "");
    assertThat(contents.inputNames()).containsExactly("length", "width");
    assertThat(contents.classes()).containsExactly("setosa", "versicolor", "virginica");
    assertThat(contents.x().toArray()).containsExactly(5.1, 3.5, 7.0, 3.2, 6.3, 3.3, 4.9, 3.0);
    assertThat(contents.y().toArray()).containsExactly(0, 1, 2, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", " ", ","})
  void everyUsualDelimiterIsFound(String delimiter) {
    assertThat(contents(FLOWERS.replace(",", delimiter), "")).isEqualTo(contents(FLOWERS, ""));
  }

  @Test
  void spacesMayLineColumnsUp() {
    assertThat(contents("  1   2   x \n 10  20   y\n\n   3   4  x\n", "").x().toArray())
        .containsExactly(1, 2, 10, 20, 3, 4);
  }

  @Test
  void anyDelimiterCanBeTold() {
    assertThat(contents(FLOWERS.replace(",", "~"), ", \"delimiter\": \"~\""))
        .isEqualTo(contents(FLOWERS, ""));
  }

  @Test
  void linesMayEndInAnyWayAndBeBlankAndBeginWithAByteOrderMark() {
    FileContents plain = contents(FLOWERS, "");
    assertThat(contents(FLOWERS.replace("\n", "\r\n"), "")).isEqualTo(plain);
    assertThat(contents(FLOWERS.replace("\n", "\r"), "")).isEqualTo(plain);
    assertThat(contents("\ufeff" + FLOWERS.replace("\n", "\n\n") + "\n", "")).isEqualTo(plain);
    assertThat(contents(FLOWERS.strip(), "")).isEqualTo(plain);
  }

  @Test
  void cellsMayStandInQuotesWithDelimitersAndQuotesAndLinesInThem() {
    FileContents contents =
        contents("a,kind\n\"1\" , \"x, \"\"y\"\"\"\n2,\"two\nlines\"\n3, z \n", "");
    assertThat(contents.classes()).containsExactly("two\nlines", "x, \"y\"", "z");
    assertThat(contents.x().toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void withoutHeaderTheLastColumnOfNumbersIsTheLabel() {
    FileContents contents = contents("1,2,0\n3,4,1\n5,6,0\n", "");
    assertThat(contents.x().toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(contents.y().toArray()).containsExactly(0, 1, 0);
    assertThat(contents.classes()).isEmpty();
    assertThat(contents.levels()).containsExactly(0.0, 1.0);
  }

  @Test
  void theLabelMayBeNamedOrNumberedOrHaveANameForLabels() {
    String table = "class,b,c\n1,2,3\n4,5,6\n";
    assertThat(contents(table, "").y().toArray()).containsExactly(1, 4);
    assertThat(contents(table, ", \"label\": \"b\"").y().toArray()).containsExactly(2, 5);
    assertThat(contents(table, ", \"label\": 3").y().toArray()).containsExactly(3, 6);
  }

  @Test
  void aHeaderCanBeTold() {
    assertThat(contents("1,2\n3,4\n5,6\n", ", \"header\": true").x().toArray())
        .containsExactly(3, 5);
  }

  @Test
  void numbersAreWrittenInEveryDecimalWay() {
    assertThat(contents("-1.5e3,a\n+.5,b\n5.,a\n1E-2,b\n", "").x().toArray())
        .containsExactly(-1500, 0.5, 5, 0.01);
  }

  @Test
  void twoTextsAreTwoClassesUnderEveryLoss() {
    folder.write("t.csv", "1,no\n2,yes\n3,no\n4,yes\n");
    assertThat(dataset(1, "mse").trainY()).containsExactlyInAnyOrder(-1, 1, -1, 1);
    assertThat(dataset(1, "mse").task()).isEqualTo(Task.SIGNS);
    assertThat(dataset(1, "bce").trainY()).containsExactlyInAnyOrder(0, 1, 0, 1);
    Dataset both = dataset(2, "cross-entropy");
    assertThat(both.outputs()).isEqualTo(2);
    assertThat(both.task()).isEqualTo(Task.CLASSES);
    assertThat(both.classes()).containsExactly("no", "yes");
  }

  @Test
  void moreClassesHaveAColumnEachUnderEveryLoss() {
    folder.write("t.csv", FLOWERS);
    for (String loss : List.of("mse", "bce", "cross-entropy")) {
      Dataset data = dataset(3, loss);
      assertThat(data.task()).as(loss).isEqualTo(Task.CLASSES);
      for (int row = 0; row < data.trainCount(); row++) {
        double[] targets = Arrays.copyOfRange(data.trainY(), 3 * row, 3 * row + 3);
        assertThat(targets).containsExactlyInAnyOrder(0, 0, 1);
      }
    }
  }

  @Test
  void numbersAreClassesWhereTheLossWantsThemOrThereAreTwoOrItIsTold() {
    folder.write("t.csv", "1,10\n2,20\n3,30\n4,10\n");
    assertThat(dataset(1, "mse").task()).isEqualTo(Task.REGRESSION);
    Dataset classes = dataset(3, "cross-entropy");
    assertThat(classes.classes()).containsExactly("10", "20", "30");
    Dataset told = folder.dataset(data(", \"test\": 0, \"task\": \"classes\""), 3, "mse");
    assertThat(told.task()).isEqualTo(Task.CLASSES);
    folder.write("t.csv", "1,5\n2,7\n3,7\n4,5\n");
    assertThat(dataset(1, "mse").task()).isEqualTo(Task.SIGNS);
    Dataset numbers = folder.dataset(data(", \"task\": \"regression\""), 1, "mse");
    assertThat(numbers.task()).isEqualTo(Task.REGRESSION);
  }

  /// Mean 0 and deviation 1 on the training part; the test part is moved and scaled alike.
  @Test
  void columnsAreStandardisedOnTheTrainingPart() {
    var lines = new StringBuilder("a,b,constant,y\n");
    for (int i = 0; i < 50; i++) {
      lines.append(String.format(Locale.ROOT, "%d,%f,7,%d%n", i, 1e6 - 3.0 * i * i, 5 * i + 2));
    }
    folder.write("t.csv", lines.toString());
    Dataset data = folder.dataset(data(", \"test\": 0.3"), 1, "mse");
    assertThat(data.testCount()).isEqualTo(15);
    Standardisation used = data.standardisation().orElseThrow();
    for (int column = 0; column < 2; column++) {
      double[] values = column(data.trainX(), column, 3);
      assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-12));
      assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
          .isCloseTo(1, within(1e-12));
    }
    assertThat(column(data.trainX(), 2, 3)).containsOnly(0);
    assertThat(Arrays.stream(data.trainY()).sum()).isCloseTo(0, within(1e-12));
    for (int row = 0; row < 15; row++) {
      double i = data.testX()[3 * row] * used.deviations().get(0) + used.means().get(0);
      double b = data.testX()[3 * row + 1] * used.deviations().get(1) + used.means().get(1);
      double y = data.testY()[row] * used.deviations().get(3) + used.means().get(3);
      assertThat(i).isCloseTo(Math.rint(i), within(1e-9));
      assertThat(b).isCloseTo(1e6 - 3 * i * i, within(1e-6));
      assertThat(y).isCloseTo(5 * i + 2, within(1e-9));
    }
  }

  @Test
  void theLargestNumbersAreStandardisedToo() {
    folder.write("t.csv", "1e308,a\n-1.7e308,b\n1.7e308,a\n3e-310,b\n");
    Dataset data = dataset(1, "mse");
    assertThat(data.trainX()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(Arrays.stream(data.trainX()).map(Math::abs).max().orElseThrow()).isLessThan(2);
  }

  @Test
  void theSplitDependsOnTheSeedAlone() {
    var lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(i).append(i % 2 == 0 ? ",even" : ",odd").append('\n');
    }
    folder.write("t.csv", lines.toString());
    Experiment experiment = folder.experiment(data(", \"test\": 0.25"), 1, "mse");
    Dataset once = Datasets.of(DataFiles.loaded(experiment));
    assertThat(once.testCount()).isEqualTo(10);
    assertThat(Datasets.of(DataFiles.loaded(experiment)).trainX()).isEqualTo(once.trainX());
    assertThat(Datasets.of(DataFiles.loaded(experiment.withSeed(4))).trainX())
        .isNotEqualTo(once.trainX());
  }

  @Test
  void whatHasBeenReadIsNotReadAgain() {
    folder.write("t.csv", FLOWERS);
    Experiment loaded = DataFiles.loaded(folder.experiment(data(""), 3, "cross-entropy"));
    folder.write("t.csv", "");
    assertThat(DataFiles.loaded(loaded)).isSameAs(loaded);
    assertThat(Datasets.of(loaded.withSeed(9)).trainCount()).isEqualTo(3);
    assertThat(loaded).isEqualTo(folder.experiment(data(""), 3, "cross-entropy"));
  }

  @Test
  void progressIsToldInBytesUpToTheEnd() {
    var lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append(i).append(i % 2 == 0 ? ",even" : ",odd").append('\n');
    }
    folder.write("t.csv", lines.toString());
    List<Long> told = new ArrayList<>();
    DataFiles.loaded(
        folder.experiment(data(""), 1, "mse"),
        (done, total) -> {
          assertThat(total).isEqualTo(lines.length());
          told.add(done);
        });
    assertThat(told).isSorted().hasSizeGreaterThan(3).last().isEqualTo((long) lines.length());
  }

  private static double[] column(double[] table, int column, int columns) {
    double[] values = new double[table.length / columns];
    Arrays.setAll(values, row -> table[row * columns + column]);
    return values;
  }

  private static String data(String more) {
    return "\"kind\": \"csv\", \"file\": \"t.csv\"" + more;
  }

  private Dataset dataset(int units, String loss) {
    return folder.dataset(data(", \"test\": 0"), units, loss);
  }

  private FileContents contents(String text, String more) {
    folder.write("t.csv", text.getBytes(StandardCharsets.UTF_8));
    DataSpec.Files files = (DataSpec.Files) folder.experiment(data(more), 1, "mse").data();
    return DataFiles.contents(files.source(), ReadProgress.SILENT);
  }
}
