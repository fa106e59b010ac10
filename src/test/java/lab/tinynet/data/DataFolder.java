package lab.tinynet.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecJson;

/// A folder of data files for tests.
record DataFolder(Path folder) {

  Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, BufferedImage image) {
    return write(name, encoded(image, name.substring(name.lastIndexOf('.') + 1)));
  }

  static byte[] encoded(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// An image of one colour.
  static BufferedImage plain(int width, int height, int rgb) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  /// An IDX file.
  ///
  /// @param sizes after the magic number
  static byte[] idx(int magic, int[] sizes, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(magic);
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// An experiment on this folder, its files not yet read.
  ///
  /// @param data the fields of the data
  /// @param units of the last layer
  /// @param loss with the activation that goes with it
  Experiment experiment(String data, int units, String loss) {
    String activation =
        switch (loss) {
          case "cross-entropy" -> "softmax";
          case "bce" -> "sigmoid";
          default -> "identity";
        };
    String spec =
        """
        {"format": 1, "seed": 3, "data": {%s},
         "network": [{"layer": "dense", "units": %d, "activation": "%s"}],
         "loss": "%s", "optimizer": {"kind": "sgd", "rate": 0.1}}
        """
            .formatted(data, units, activation, loss);
    return SpecJson.read(spec, folder);
  }

  Dataset dataset(String data, int units, String loss) {
    return Datasets.of(DataFiles.loaded(experiment(data, units, loss)));
  }
}
