package lab.tinynet.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Limits;

/// Decodes a PNG or JPEG image by the JDK's readers. What it is tells its first bytes, not its
/// name.
final class ImageDecoder {
  private static final int[] PNG = {0x89, 'P', 'N', 'G'};
  private static final int[] JPEG = {0xff, 0xd8, 0xff};

  /// A progressive JPEG has a dozen scans; a hostile one has many thousands, each of which costs a
  /// pass over the picture.
  private static final int JPEG_SCANS = 100;

  private ImageDecoder() {}

  /// Decodes an image into `values` from `at` on.
  ///
  /// @param shape the image is brought to, see [PixelGrid]
  /// @return how many pixels the image has
  /// @throws lab.tinynet.spec.InvalidInput if the file is no such image, or too large a one
  static long decode(byte[] file, ImageShape shape, double[] values, int at, FileTrouble trouble) {
    BufferedImage image = image(file, trouble);
    if (image.getRaster().getNumBands() > 4) {
      throw trouble.refused("image-unreadable");
    }
    new PixelGrid(image).into(shape, values, at);
    return (long) image.getWidth() * image.getHeight();
  }

  private static BufferedImage image(byte[] file, FileTrouble trouble) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format(file, trouble)).next();
    Optional<BufferedImage> image = Optional.empty();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) <= Limits.IMAGE_PIXELS) {
        image = Optional.of(reader.read(0));
      }
    } catch (IOException | RuntimeException e) {
      // At a damaged file the JDK's readers throw whatever they stumble over.
      throw trouble.refused("image-unreadable");
    } finally {
      reader.dispose();
    }
    return image.orElseThrow(
        () -> trouble.refused("image-pixels", "limit", Limits.IMAGE_PIXELS / 1_000_000));
  }

  private static String format(byte[] file, FileTrouble trouble) {
    if (startsWith(file, PNG)) {
      return "png";
    }
    if (!startsWith(file, JPEG)) {
      throw trouble.refused("image-unreadable");
    }
    int scans = 0;
    for (int i = 0; i + 1 < file.length; i++) {
      // Within a scan the byte 0xff is followed by 0, so that this is always a marker.
      scans += file[i] == (byte) 0xff && file[i + 1] == (byte) 0xda ? 1 : 0;
    }
    if (scans > JPEG_SCANS) {
      throw trouble.refused("image-unreadable");
    }
    return "jpeg";
  }

  private static boolean startsWith(byte[] file, int[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= file.length || Byte.toUnsignedInt(file[i]) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
