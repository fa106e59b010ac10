package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.SpecTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However data files are damaged, they are read or refused with a problem that has a text: no
/// other exception comes out, and none takes long. `-Dproof.scale=1` tries 10,000 of each kind.
class DataFilesFuzzTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int ROUNDS = (int) Math.max(200, 10_000 * SCALE);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final Properties TEXTS = SpecTexts.load("en");

  private static final String[] NASTY_CELLS = {
    "",
    "?",
    "\"",
    "\"\"",
    "\"a",
    "a\"b",
    "NaN",
    "1e999",
    "-0",
    "0x1p3",
    "½",
    "\u0000",
    "\ufeff",
    "\n",
    "\r",
    "\r\n",
    ",",
    ";",
    "\t",
    ",,",
    "1,2",
    "名",
    "\ud800",
    "9".repeat(400),
    "x".repeat(1_001)
  };

  @TempDir Path path;
  private int read;
  private int refused;

  @Test
  void csv() {
    DataFolder folder = new DataFolder(path);
    var random = new SplittableRandom(1);
    var table = new StringBuilder("length,width,kind\n");
    for (int i = 0; i < 30; i++) {
      table.append(i).append(',').append(i * 0.37 - 3).append(i % 3 == 0 ? ",a\n" : ",\"b, c\"\n");
    }
    String[] options = {
      "",
      ", \"header\": false",
      ", \"header\": true",
      ", \"delimiter\": \";\"",
      ", \"label\": 1",
      ", \"label\": \"width\"",
      ", \"task\": \"classes\"",
      ", \"task\": \"regression\""
    };
    for (int round = 0; round < ROUNDS; round++) {
      String text = table.toString();
      for (int i = random.nextInt(3); i > 0; i--) {
        int at = random.nextInt(text.length());
        String nasty = NASTY_CELLS[random.nextInt(NASTY_CELLS.length)];
        text = text.substring(0, at) + nasty + text.substring(at + random.nextInt(2));
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      folder.write("t.csv", random.nextInt(3) == 0 ? damaged(bytes, random) : bytes);
      String option = random.nextBoolean() ? "" : options[random.nextInt(options.length)];
      tried(folder, round, "\"kind\": \"csv\", \"file\": \"t.csv\"" + option);
    }
    bothHappened();
  }

  @Test
  void idx() {
    DataFolder folder = new DataFolder(path);
    var random = new SplittableRandom(2);
    byte[] classes = new byte[20];
    for (int i = 0; i < 20; i++) {
      classes[i] = (byte) (i % 3);
    }
    byte[] images = DataFolder.idx(0x0803, new int[] {20, 5, 4}, new byte[400]);
    byte[] labels = DataFolder.idx(0x0801, new int[] {20}, classes);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] x = random.nextInt(4) == 0 ? images : headerDamaged(images, random);
      byte[] y = random.nextInt(3) > 0 ? labels : headerDamaged(labels, random);
      boolean packed = random.nextInt(3) == 0;
      byte[] zip = DataFolder.gzip(x);
      folder.write("x", packed ? random.nextBoolean() ? zip : damaged(zip, random) : x);
      folder.write("y", y);
      tried(folder, round, "\"kind\": \"idx\", \"images\": \"x\", \"labels\": \"y\"");
    }
    bothHappened();
  }

  @Test
  void png() {
    images("png", 3);
  }

  @Test
  void jpeg() {
    images("jpg", 4);
  }

  private void images(String format, long seed) {
    DataFolder folder = new DataFolder(path);
    var random = new SplittableRandom(seed);
    byte[][] seeds = {
      DataFolder.encoded(noisy(9, 7, BufferedImage.TYPE_INT_RGB, random), format),
      DataFolder.encoded(noisy(16, 3, BufferedImage.TYPE_BYTE_GRAY, random), format),
      DataFolder.encoded(
          noisy(
              5,
              20,
              format.equals("png") ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_3BYTE_BGR,
              random),
          format)
    };
    folder.write("signs/a/a." + format, seeds[0]);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] seedImage = seeds[random.nextInt(seeds.length)];
      boolean header = random.nextBoolean();
      folder.write(
          "signs/b/b." + format,
          header ? headerDamaged(seedImage, random) : damaged(seedImage, random));
      String channels = random.nextBoolean() ? "1" : "3";
      tried(
          folder,
          round,
          "\"kind\": \"images\", \"folder\": \"signs\", \"shape\": [" + channels + ", 6, 5]");
    }
    bothHappened();
  }

  private static BufferedImage noisy(int width, int height, int type, SplittableRandom random) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xff000000 | random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private void tried(DataFolder folder, int round, String data) {
    long start = System.nanoTime();
    try {
      Experiment experiment = folder.experiment(data, 1, "mse");
      Dataset dataset = Datasets.of(experiment);
      assertThat(dataset.trainCount()).isPositive();
      assertThat(Arrays.stream(dataset.trainX()).allMatch(Double::isFinite)).isTrue();
      assertThat(Arrays.stream(dataset.trainY()).allMatch(Double::isFinite)).isTrue();
      read++;
    } catch (InvalidInput e) {
      assertThat(TEXTS).containsKey("spec.problem." + e.problem().code());
      refused++;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("round " + round + " of " + data, e);
    }
    assertThat(System.nanoTime() - start).as("round %d", round).isLessThan(LONGEST_NANOS);
  }

  private void bothHappened() {
    assertThat(read).isGreaterThan(ROUNDS / 50);
    assertThat(refused).isGreaterThan(ROUNDS / 10);
  }

  /// Some bytes changed, taken out, put in twice, or the end cut off.
  private static byte[] damaged(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> bytes[at] = random.nextBoolean() ? (byte) 0xff : 0;
        default -> {
          int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
          byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
          System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  /// One of the first bytes changed, where the sizes stand.
  private static byte[] headerDamaged(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    int at = random.nextInt(Math.min(48, bytes.length));
    bytes[at] = random.nextBoolean() ? (byte) (bytes[at] + 1) : (byte) random.nextInt(256);
    return bytes;
  }
}
