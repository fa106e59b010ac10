package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import lab.tinynet.spec.ImageShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;

  @TempDir Path path;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(path);
    folder.write("images", DataFolder.idx(IMAGES, new int[] {10, 2, 3}, pixels(60)));
    folder.write("labels", DataFolder.idx(LABELS, new int[] {10}, pixels(10)));
    folder.write("t-images", DataFolder.idx(IMAGES, new int[] {2, 2, 3}, pixels(12)));
    folder.write("t-labels", DataFolder.idx(LABELS, new int[] {2}, new byte[] {7, 11}));
  }

  private static byte[] pixels(int count) {
    byte[] pixels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) (4 * i);
    }
    return pixels;
  }

  private static String data(String more) {
    return "\"kind\": \"idx\", \"images\": \"images\", \"labels\": \"labels\"" + more;
  }

  @Test
  void imagesAndLabelsBelongTogetherAfterTheSplitToo() {
    Dataset data = folder.dataset(data(""), 37, "cross-entropy");
    assertThat(data.trainCount()).isEqualTo(7);
    assertThat(data.testCount()).isEqualTo(3);
    assertThat(data.shape()).contains(new ImageShape(1, 2, 3));
    assertThat(data.standardisation()).isEmpty();
    for (int row = 0; row < 7; row++) {
      int example = (int) Math.rint(255 * data.trainX()[6 * row]) / 24;
      assertThat(data.trainX()[6 * row + 5]).isEqualTo((24 * example + 20) / 255.0);
      assertThat(data.trainY()[37 * row + 4 * example]).isEqualTo(1);
    }
  }

  @Test
  void compressedFilesAreTheSame() {
    Dataset plain = folder.dataset(data(""), 37, "cross-entropy");
    folder.write(
        "images", DataFolder.gzip(DataFolder.idx(IMAGES, new int[] {10, 2, 3}, pixels(60))));
    folder.write("labels", DataFolder.gzip(DataFolder.idx(LABELS, new int[] {10}, pixels(10))));
    Dataset packed = folder.dataset(data(""), 37, "cross-entropy");
    assertThat(packed.trainX()).isEqualTo(plain.trainX());
    assertThat(packed.testY()).isEqualTo(plain.testY());
  }

  @Test
  void testFilesAreTheTestSet() {
    String more = ", \"testImages\": \"t-images\", \"testLabels\": \"t-labels\"";
    Dataset data = folder.dataset(data(more), 37, "cross-entropy");
    assertThat(data.trainCount()).isEqualTo(10);
    assertThat(data.testCount()).isEqualTo(2);
    assertThat(data.trainX()[6]).isEqualTo(24 / 255.0);
    assertThat(data.testY()[7]).isEqualTo(1);
    assertThat(data.testY()[37 + 11]).isEqualTo(1);
  }

  @Test
  void aSampleIsSpreadEvenlyAndDoesNotDependOnTheSeed() {
    Dataset data = folder.dataset(data(", \"examples\": 5, \"test\": 0"), 37, "cross-entropy");
    double[] firsts = new double[5];
    Arrays.setAll(firsts, row -> Math.rint(255 * data.trainX()[6 * row]) / 24);
    assertThat(firsts).containsExactlyInAnyOrder(0, 2, 4, 6, 8);
  }
}
