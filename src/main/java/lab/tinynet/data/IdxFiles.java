package lab.tinynet.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Limits;
import lab.tinynet.spec.Matrix;

/// Reads IDX files as MNIST has them (LeCun, Cortes & Burges): a magic number, the sizes as 32-bit
/// numbers with the highest byte first, then unsigned bytes; plain or compressed by gzip.
///
/// A header is believed only as far as the limits go, and a file has to be exactly as long as its
/// header says. Pixels come out between 0 and 1.
final class IdxFiles {
  private static final int IMAGES_MAGIC = 0x0803;
  private static final int LABELS_MAGIC = 0x0801;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;
  private static final int TELL_EVERY = 500;

  private final FileSource.Idx idx;
  private final ReadProgress progress;

  IdxFiles(FileSource.Idx idx, ReadProgress progress) {
    this.idx = idx;
    this.progress = progress;
  }

  /// What an image file says of itself, and the examples that were taken.
  private record Images(int count, int height, int width, int[] taken, double[] pixels) {}

  FileContents read() {
    FileTrouble imagesTrouble = FileTrouble.of("images", idx.images());
    Images images = images(idx.images(), imagesTrouble);
    byte[] labels = labels(idx.labels(), FileTrouble.of("labels", idx.labels()), images);
    int most = largest(labels);
    int different = 1 + most;
    Matrix testX = Matrix.empty(images.height() * images.width());
    Matrix testY = Matrix.empty(1);
    if (idx.test().isPresent()) {
      FileSource.Idx.Pair pair = idx.test().get();
      FileTrouble trouble = FileTrouble.of("testImages", pair.images());
      Images test = images(pair.images(), trouble);
      if (test.height() != images.height() || test.width() != images.width()) {
        throw trouble.refused(
            "idx-shape",
            "wanted",
            images.height() + " × " + images.width(),
            "value",
            test.height() + " × " + test.width());
      }
      byte[] testLabels = labels(pair.labels(), FileTrouble.of("testLabels", pair.labels()), test);
      different = Math.max(different, 1 + largest(testLabels));
      testX = matrix(test);
      testY = column(test, testLabels);
    }
    if (different < 2) {
      throw FileTrouble.of("labels", idx.labels()).refused("classes-one");
    }
    List<String> classes = new ArrayList<>();
    for (int c = 0; c < different; c++) {
      classes.add(String.valueOf(c));
    }
    return new FileContents(
        matrix(images),
        column(images, labels),
        testX,
        testY,
        classes,
        List.of(),
        List.of(),
        Optional.of(new ImageShape(1, images.height(), images.width())));
  }

  private static Matrix matrix(Images images) {
    return Matrix.owning(images.taken().length, images.height() * images.width(), images.pixels());
  }

  private static Matrix column(Images images, byte[] labels) {
    double[] y = new double[images.taken().length];
    Arrays.setAll(y, i -> Byte.toUnsignedInt(labels[images.taken()[i]]));
    return Matrix.owning(y.length, 1, y);
  }

  private static int largest(byte[] labels) {
    int largest = 0;
    for (byte label : labels) {
      largest = Math.max(largest, Byte.toUnsignedInt(label));
    }
    return largest;
  }

  private Images images(String name, FileTrouble trouble) {
    try (DataInputStream in = open(name, trouble)) {
      magic(in, IMAGES_MAGIC, trouble);
      long count = Integer.toUnsignedLong(in.readInt());
      long height = Integer.toUnsignedLong(in.readInt());
      long width = Integer.toUnsignedLong(in.readInt());
      boolean small = height <= Limits.IMAGE_SIDE.max() && width <= Limits.IMAGE_SIDE.max();
      if (!small || count > Limits.IDX_BYTES || count * height * width > Limits.IDX_BYTES) {
        throw trouble.refused("idx-claim", "limit", Limits.IDX_BYTES >> 20);
      }
      if (count == 0 || height == 0 || width == 0) {
        throw trouble.refused("idx-none");
      }
      int area = (int) (height * width);
      int[] taken = EvenSample.of((int) count, idx.examples());
      if ((long) taken.length * area > Limits.DATA_NUMBERS) {
        throw trouble.refused("much-examples", "limit", Limits.DATA_NUMBERS / area);
      }
      double[] pixels = new double[taken.length * area];
      pixels(in, (int) count, area, taken, pixels);
      end(in, trouble);
      return new Images((int) count, (int) height, (int) width, taken, pixels);
    } catch (EOFException e) {
      throw trouble.refused("idx-short");
    } catch (IOException e) {
      throw trouble.refused("idx-broken");
    }
  }

  private void pixels(DataInputStream in, int count, int area, int[] taken, double[] pixels)
      throws IOException {
    byte[] image = new byte[area];
    int next = 0;
    for (int i = 0; i < count; i++) {
      in.readFully(image);
      if (next < taken.length && taken[next] == i) {
        for (int pixel = 0; pixel < area; pixel++) {
          pixels[next * area + pixel] = Byte.toUnsignedInt(image[pixel]) / 255.0;
        }
        next++;
      }
      if ((i + 1) % TELL_EVERY == 0 || i + 1 == count) {
        progress.read(i + 1L, count);
      }
    }
  }

  private byte[] labels(String name, FileTrouble trouble, Images images) {
    try (DataInputStream in = open(name, trouble)) {
      magic(in, LABELS_MAGIC, trouble);
      long count = Integer.toUnsignedLong(in.readInt());
      if (count != images.count()) {
        throw trouble.refused("idx-count", "wanted", images.count(), "value", count);
      }
      byte[] labels = new byte[images.count()];
      in.readFully(labels);
      end(in, trouble);
      return labels;
    } catch (EOFException e) {
      throw trouble.refused("idx-short");
    } catch (IOException e) {
      throw trouble.refused("idx-broken");
    }
  }

  private static void magic(DataInputStream in, int wanted, FileTrouble trouble)
      throws IOException {
    if (in.readInt() != wanted) {
      throw trouble.refused(wanted == IMAGES_MAGIC ? "idx-no-images" : "idx-no-labels");
    }
  }

  private static void end(DataInputStream in, FileTrouble trouble) throws IOException {
    if (in.read() != -1) {
      throw trouble.refused("idx-long");
    }
  }

  private DataInputStream open(String name, FileTrouble trouble) throws IOException {
    Path path = OrdinaryFile.path(idx.folder(), name, trouble);
    OrdinaryFile.check(path, Limits.IDX_BYTES, trouble);
    BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      plain.mark(2);
      int magic = plain.read() << 8 | plain.read();
      plain.reset();
      InputStream bytes =
          magic == GZIP_MAGIC
              ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER)
              : plain;
      return new DataInputStream(bytes);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
