package lab.tinynet.ui.capture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// The pixels of a picture, free of JavaFX: encoding and writing happen on any thread.
///
/// @param argb row by row, opaque
public record Pixels(int width, int height, int[] argb) {

  public static Pixels of(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Pixels(width, height, argb);
  }

  /// This picture with another of the same width below it.
  public Pixels above(Pixels below) {
    if (width != below.width) {
      throw new IllegalArgumentException(width + " and " + below.width + " pixels wide");
    }
    int[] both = new int[argb.length + below.argb.length];
    System.arraycopy(argb, 0, both, 0, argb.length);
    System.arraycopy(below.argb, 0, both, argb.length, below.argb.length);
    return new Pixels(width, height + below.height, both);
  }

  /// The picture as a PNG file's bytes.
  public byte[] png() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Writes the picture beside its place and moves it there in one go, so that nobody ever sees
  /// half of it and an old picture stays whole when the disk is full.
  public void write(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path fresh = whole.resolveSibling("." + whole.getFileName() + ".new");
    try {
      Files.write(fresh, png());
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
