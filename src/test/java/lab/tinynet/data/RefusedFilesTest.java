package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecTexts;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Data files that are wrong are refused by name and line, and hostile ones cost neither time nor
/// memory.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RefusedFilesTest {
  private static final Set<Problem> MET = new HashSet<>();
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;

  @TempDir Path path;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(path);
  }

  // --- CSV ---

  @Test
  void aMissingValueIsRefusedByLineAndColumn() {
    for (String missing : List.of("", " ", "?", "NA", "nan", "NULL", "N/A", "-")) {
      Problem problem = csv("a,b,kind\n1,2,x\n3,4,y\n5," + missing + ",x\n", "csv-missing");
      assertThat(problem.path()).isEqualTo("data.file");
      assertThat(problem.arguments())
          .containsEntry("file", "t.csv")
          .containsEntry("line", "4")
          .containsEntry("column", "b");
    }
    assertThat(csv("a,kind\n1,x\n3,\n", "csv-missing").arguments()).containsEntry("column", "kind");
  }

  @Test
  void whatIsNoNumberIsRefusedByLineAndColumn() {
    for (String wrong :
        List.of("abc", "1,5", "0x1F", "1e999", "1d", "Infinity", "--1", "1e", "½")) {
      Problem problem = csv("1;2;x\n3;4;y\n\"" + wrong + "\";6;x\n", "csv-number");
      assertThat(problem.arguments())
          .containsEntry("line", "3")
          .containsEntry("column", "1")
          .containsEntry("value", wrong);
    }
    csv("1,2\n3,4\n5,six\n", ", \"task\": \"regression\"", "csv-number");
  }

  @Test
  void theLineOfARecordIsItsFirstWhateverStandsInQuotesBefore() {
    assertThat(csv("1,\"x\ny\nz\"\n\n2,w\n?,x\n", "csv-missing").arguments())
        .containsEntry("line", "6");
  }

  @Test
  void linesThatAreNoRecordsAreRefused() {
    assertThat(csv("1,2,x\n3,4,y\n5,6\n", "csv-ragged").arguments())
        .containsEntry("line", "3")
        .containsEntry("wanted", "3")
        .containsEntry("value", "2");
    assertThat(csv("1,x\n2,\"y\n3,x\n", "csv-quote").arguments()).containsEntry("line", "2");
    csv("1,x\n2,\"y\"z\n3,x\n", "csv-quote");
    csv("1,x\n2," + "y".repeat(1_001) + "\n", "csv-cell");
    csv("1" + ",1".repeat(1_000) + "\n", "csv-columns");
  }

  @Test
  void filesThatAreNoTableAreRefused() {
    csv("", "empty");
    csv("\n\n  \n", "empty");
    csv("1,x\n2,y\n" + "\n".repeat(100_001) + "3,x\n", "csv-blank");
    csv("\n".repeat(60 << 20), "csv-blank");
    csv("1\n2\n3\n", "csv-one-column");
    csv("a,b\n1,x\n", "csv-rows-few");
    csv("1,x\n2,x\n3,x\n", "classes-one");
    folder.write("t.csv", new byte[] {'1', ',', 'x', '\n', '2', ',', (byte) 0xc3, '(', '\n'});
    assertThat(refused(csv(""), 1, "mse", "csv-encoding").arguments()).containsEntry("line", "2");
    folder.write("t.csv", new byte[] {(byte) 0xff, (byte) 0xfe, '1', 0, ',', 0});
    refused(csv(""), 1, "mse", "csv-encoding");
  }

  @Test
  void labelsThatAreNotThereAreRefused() {
    String table = "a,b,a\n1,2,3\n4,5,6\n";
    assertThat(csv(table, ", \"label\": 4", "csv-label-number").path()).isEqualTo("data.label");
    csv(table, ", \"label\": \"c\"", "csv-label-name");
    csv(table, ", \"label\": \"a\"", "csv-label-twice");
    csv("1,2\n3,4\n", ", \"label\": \"a\"", "csv-label-no-header");
  }

  @Test
  void tooManyClassesAreRefused() {
    var names = new StringBuilder();
    var numbers = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      names.append(i).append(",n").append(i).append('\n');
      numbers.append(i).append(',').append(i).append('\n');
    }
    csv(names.toString(), "csv-classes");
    csv(numbers.toString(), ", \"task\": \"classes\"", "csv-classes-many");
  }

  @Test
  void numbersUnderALossOfClassesAreRefusedWhereTheyAreTold() {
    folder.write("t.csv", "1,1\n2,2\n3,3\n4,4\n");
    Experiment experiment = folder.experiment(csv(", \"task\": \"regression\""), 1, "bce");
    assertThat(problem(experiment).code()).isEqualTo("regression-loss");
  }

  @Test
  void aNetworkThatDoesNotFitTheFileIsRefusedOnceThatIsRead() {
    folder.write("t.csv", "1,a\n2,b\n3,c\n");
    Problem problem = problem(folder.experiment(csv(""), 2, "cross-entropy"));
    assertThat(problem.path() + " " + problem.code()).isEqualTo("network[0].units output-units");
  }

  @Test
  void tooLargeTablesAreRefused() throws IOException {
    try (var file = new RandomAccessFile(folder.write("t.csv", "1").toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }
    refused(csv(""), 1, "mse", "too-large");
    csv("1,2\n".repeat(100_001), "csv-rows-many");
    csv(("1," + "2,".repeat(150) + "3\n").repeat(66_500), "much");
  }

  // --- ordinary files ---

  @Test
  void whatIsNoOrdinaryFileIsNotOpened() throws Exception {
    refused("\"kind\": \"csv\", \"file\": \"absent.csv\"", 1, "mse", "not-found");
    Files.createDirectory(path.resolve("t.csv"));
    refused(csv(""), 1, "mse", "unreadable");
    refused("\"kind\": \"csv\", \"file\": \"/dev/zero\"", 1, "mse", "unreadable");
    Path pipe = path.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertThat(pipe).exists();
    refused("\"kind\": \"csv\", \"file\": \"pipe\"", 1, "mse", "unreadable");
    refused(idx("pipe", "pipe"), 2, "mse", "unreadable");
    Files.createSymbolicLink(path.resolve("circle"), path.resolve("circle"));
    refused("\"kind\": \"csv\", \"file\": \"circle\"", 1, "mse", "not-found");
  }

  // --- images ---

  @Test
  void foldersWithoutClassesAreRefused() throws IOException {
    refused(images("absent"), 2, "mse", "not-found");
    folder.write("file", "x");
    refused(images("file"), 2, "mse", "folder-unreadable");
    folder.write("signs/one/a.png", DataFolder.plain(4, 4, 0));
    refused(images("signs"), 2, "mse", "folder-classes");
    folder.write("signs/two/readme.txt", "nothing");
    assertThat(refused(images("signs"), 2, "mse", "folder-no-images").arguments())
        .containsEntry("file", "signs/two");
    for (int i = 0; i < 300; i++) {
      Files.createDirectories(path.resolve("many/" + i));
    }
    refused(images("many"), 2, "mse", "folder-classes-many");
  }

  @Test
  void filesThatAreNoImagesAreRefusedByName() {
    folder.write("signs/one/a.png", DataFolder.plain(4, 4, 0));
    folder.write("signs/two/b.png", "no image");
    assertThat(refused(images("signs"), 2, "mse", "image-unreadable").arguments())
        .containsEntry("file", "signs/two/b.png");
    byte[] good = DataFolder.encoded(DataFolder.plain(40, 40, 0x123456), "png");
    folder.write("signs/two/b.png", Arrays.copyOf(good, 40));
    refused(images("signs"), 2, "mse", "image-unreadable");
    folder.write("signs/two/b.png", new byte[0]);
    refused(images("signs"), 2, "mse", "empty");
  }

  @Test
  void imagesOfTooManyPixelsAreRefusedBeforeTheyTakeMemory() {
    folder.write("signs/one/a.png", DataFolder.plain(4, 4, 0));
    byte[] claims = DataFolder.encoded(DataFolder.plain(4, 4, 0), "png");
    claims[16] = 0x7f; // the width, of which nothing but the checksum of the header knows
    folder.write("signs/two/b.png", claims);
    assertThat(problem(folder.experiment(images("signs"), 2, "mse")).code())
        .isIn("data-image-pixels", "data-image-unreadable");
    var wide = new BufferedImage(16_001, 1_000, BufferedImage.TYPE_BYTE_BINARY);
    folder.write("signs/two/b.png", wide);
    refused(images("signs"), 2, "mse", "image-pixels");
  }

  @Test
  void manyScansOfOneJpegAreRefused() {
    byte[] good = DataFolder.encoded(DataFolder.plain(40, 40, 0x123456), "jpg");
    byte[] scans = Arrays.copyOf(good, good.length + 400);
    for (int i = good.length; i < scans.length; i += 2) {
      scans[i] = (byte) 0xff;
      scans[i + 1] = (byte) 0xda;
    }
    folder.write("signs/one/a.jpg", good);
    folder.write("signs/two/b.jpg", scans);
    refused(images("signs"), 2, "mse", "image-unreadable");
  }

  @Test
  void tooManyNumbersOfImagesAreRefused() throws IOException {
    byte[] image = DataFolder.encoded(DataFolder.plain(2, 2, 0), "png");
    folder.write("signs/one/a.png", image);
    folder.write("signs/two/b.png", image);
    String large = images("signs").replace("[1, 8, 8]", "[3, 4096, 4096]");
    refused(large, 2, "mse", "much-examples");
  }

  /// Links in circles and deep folders lead nowhere, for nothing is searched below the classes.
  @Test
  void deepFoldersAndLinksInCirclesAreNoMatter() throws IOException {
    folder.write("signs/one/a.png", DataFolder.plain(4, 4, 0));
    folder.write("signs/two/b.png", DataFolder.plain(4, 4, 0xffffff));
    Path deep = path.resolve("signs/one");
    for (int i = 0; i < 200; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.createSymbolicLink(path.resolve("signs/two/up"), path.resolve("signs"));
    Files.createSymbolicLink(
        path.resolve("signs/two/self.png"), path.resolve("signs/two/self.png"));
    assertThat(folder.dataset(images("signs"), 1, "mse").classes()).containsExactly("one", "two");
  }

  // --- IDX ---

  @Test
  void idxFilesThatAreNotWhatTheyShouldBeAreRefused() {
    pair(new int[] {3, 2, 2}, 12, new int[] {3}, 3);
    refused(idx("labels", "images"), 2, "mse", "idx-no-images");
    refused(idx("images", "images"), 2, "mse", "idx-no-labels");
    pair(new int[] {3, 2, 2}, 11, new int[] {3}, 3);
    refused(idx("images", "labels"), 2, "mse", "idx-short");
    pair(new int[] {3, 2, 2}, 13, new int[] {3}, 3);
    refused(idx("images", "labels"), 2, "mse", "idx-long");
    pair(new int[] {3, 2, 2}, 12, new int[] {4}, 4);
    refused(idx("images", "labels"), 2, "mse", "idx-count");
    pair(new int[] {0, 2, 2}, 0, new int[] {0}, 0);
    refused(idx("images", "labels"), 2, "mse", "idx-none");
    pair(new int[] {3, 2, 2}, 12, new int[] {3}, 3);
    folder.write("labels", DataFolder.idx(LABELS, new int[] {3}, new byte[3]));
    refused(idx("images", "labels"), 2, "mse", "classes-one");
    folder.write("images", new byte[] {0});
    refused(idx("images", "labels"), 2, "mse", "idx-short");
    pair(new int[] {3, 2, 2}, 12, new int[] {3}, 3);
    folder.write("test", DataFolder.idx(IMAGES, new int[] {1, 4, 1}, new byte[4]));
    String both = idx("images", "labels") + ", \"testImages\": \"test\", \"testLabels\": \"x\"";
    refused(both, 2, "mse", "idx-shape");
  }

  @Test
  void headersThatClaimBillionsTakeNoMemory() {
    for (int[] claim :
        new int[][] {{-1, 28, 28}, {1 << 30, 1, 1}, {1, 5_000, 1}, {9, 1 << 30, 9}}) {
      pair(claim, 10, new int[] {3}, 3);
      refused(idx("images", "labels"), 2, "mse", "idx-claim");
    }
    pair(new int[] {200, 1_000, 1_000}, 10, new int[] {3}, 3);
    refused(idx("images", "labels"), 2, "mse", "much-examples");
  }

  /// What inflates to a gigabyte is read no further than its header says.
  @Test
  void gzipBombsAreReadOnlyAsFarAsTheirHeaderSays() {
    byte[] bomb = DataFolder.gzip(DataFolder.idx(IMAGES, new int[] {3, 2, 2}, new byte[1 << 28]));
    pair(new int[] {3, 2, 2}, 12, new int[] {3}, 3);
    folder.write("images", bomb);
    Assertions.assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(2),
                    () -> refused(idx("images", "labels"), 2, "mse", "idx-long")))
        .doesNotThrowAnyException();
    byte[] broken = DataFolder.gzip(new byte[1_000]);
    Arrays.fill(broken, 12, 20, (byte) 0x55);
    folder.write("images", broken);
    assertThat(problem(folder.experiment(idx("images", "labels"), 2, "mse")).code())
        .isIn("data-idx-broken", "data-idx-short", "data-idx-no-images");
  }

  @Test
  void whoeverWatchesCanStopTheReading() {
    folder.write("t.csv", "1,a\n2,b\n");
    Experiment experiment = folder.experiment(csv(""), 1, "mse");
    assertThatThrownBy(
            () ->
                DataFiles.loaded(
                    experiment,
                    (_, _) -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
  }

  // --- helpers ---

  private static String csv(String more) {
    return "\"kind\": \"csv\", \"file\": \"t.csv\"" + more;
  }

  private Problem csv(String text, String code) {
    return csv(text, "", code);
  }

  private Problem csv(String text, String more, String code) {
    folder.write("t.csv", text);
    return refused(csv(more), 1, "mse", code);
  }

  private static String images(String name) {
    return "\"kind\": \"images\", \"folder\": \"" + name + "\", \"shape\": [1, 8, 8]";
  }

  private static String idx(String images, String labels) {
    return "\"kind\": \"idx\", \"images\": \"" + images + "\", \"labels\": \"" + labels + "\"";
  }

  private void pair(int[] imageSizes, int pixels, int[] labelSizes, int labels) {
    byte[] classes = new byte[labels];
    for (int i = 0; i < labels; i++) {
      classes[i] = (byte) (i % 2);
    }
    folder.write("images", DataFolder.idx(IMAGES, imageSizes, new byte[pixels]));
    folder.write("labels", DataFolder.idx(LABELS, labelSizes, classes));
  }

  private Problem refused(String data, int units, String loss, String code) {
    Problem problem = problem(folder.experiment(data, units, loss));
    assertThat(problem.code()).isEqualTo("data-" + code);
    MET.add(problem);
    return problem;
  }

  private static Problem problem(Experiment experiment) {
    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> DataFiles.loaded(experiment));
    assertThat(refusal).isNotNull();
    return refusal.problem();
  }

  /// No text is left over, and no refusal is without one, those that no test meets too.
  @Test
  void theTextsAreThoseOfTheRefusals() throws IOException {
    var written = new StringBuilder();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/lab/tinynet/data"))) {
      for (Path source : sources.toList()) {
        written.append(Files.readString(source));
      }
    }
    Set<String> texts = new TreeSet<>();
    for (String key : SpecTexts.load("en").stringPropertyNames()) {
      if (key.startsWith("spec.problem.data-")) {
        texts.add(key.substring("spec.problem.data-".length()));
      }
    }
    assertThat(texts)
        .allSatisfy(code -> assertThat(written.indexOf('"' + code + '"')).isPositive());
    List<String> asked =
        Pattern.compile("\\.refused\\(\\s*\"([a-z-]+)\"")
            .matcher(written)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(asked).isNotEmpty().allSatisfy(code -> assertThat(texts).contains(code));
  }

  /// Each text names what its refusal carries.
  @AfterEach
  void everyRefusalHasATextInBothLanguages() {
    for (String language : List.of("zh", "en")) {
      Properties texts = SpecTexts.load(language);
      for (Problem problem : MET) {
        String text = texts.getProperty("spec.problem." + problem.code());
        assertThat(text).as(problem.code() + " " + language).isNotNull();
        Set<String> named =
            Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).as(problem.code()).isEqualTo(problem.arguments().keySet());
      }
    }
  }
}
