package lab.tinynet.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import lab.tinynet.spec.ImageShape;

/// Brings an image to another size by averaging over areas: every new pixel is the mean of what it
/// covers. The image is stretched where its sides are in another proportion. Numbers go from 0
/// (black) to 1 (white); what is transparent lets white through.
final class PixelGrid {
  /// Weights of red, green and blue in grey, in thousandths (ITU-R BT.601).
  private static final double[] LUMA = {299, 587, 114};

  private final BufferedImage image;
  private final int width;
  private final int height;
  private final double[][] row;
  private final int[] samples;

  PixelGrid(BufferedImage image) {
    this.image = image;
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.row = new double[3][width];
    this.samples = new int[4 * width];
  }

  /// @param values receives the pixels of the first channel row by row from `at` on, then those of
  ///     the next
  void into(ImageShape shape, double[] values, int at) {
    double rowsPerCell = (double) height / shape.height();
    for (int y = 0; y < height; y++) {
      colours(y);
      if (shape.channels() == 1) {
        grey();
      }
      int first = (int) (y / rowsPerCell);
      for (int cell = first; cell < shape.height() && cell * rowsPerCell < y + 1; cell++) {
        double share = overlap(y, cell, rowsPerCell) / rowsPerCell;
        for (int channel = 0; channel < shape.channels() && share > 0; channel++) {
          int start = at + channel * shape.area() + cell * shape.width();
          addRow(row[channel], share, shape.width(), values, start);
        }
      }
    }
  }

  /// Adds a row of pixels, brought to `cells` of them and weighted.
  private void addRow(double[] pixels, double weight, int cells, double[] values, int start) {
    double perCell = (double) width / cells;
    for (int cell = 0; cell < cells; cell++) {
      double sum = 0;
      for (int x = (int) (cell * perCell); x < width && x < (cell + 1) * perCell; x++) {
        sum += pixels[x] * Math.max(0, overlap(x, cell, perCell));
      }
      values[start + cell] += weight * sum / perCell;
    }
  }

  /// How much of the pixel from `pixel` to `pixel + 1` a cell covers; negative when apart.
  private static double overlap(int pixel, int cell, double perCell) {
    return Math.min(pixel + 1, (cell + 1) * perCell) - Math.max(pixel, cell * perCell);
  }

  private void grey() {
    for (int x = 0; x < width; x++) {
      double sum = LUMA[0] * row[0][x] + LUMA[1] * row[1][x] + LUMA[2] * row[2][x];
      row[0][x] = sum / 1000;
    }
  }

  /// Fills the rows of red, green and blue. Samples are taken as they stand in the file: the colour
  /// model of grey images would brighten them.
  private void colours(int y) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
    if (image.getColorModel() instanceof IndexColorModel palette) {
      for (int x = 0; x < width; x++) {
        int argb = palette.getRGB(samples[x]);
        double opacity = (argb >>> 24) / 255.0;
        for (int channel = 0; channel < 3; channel++) {
          int level = argb >>> (16 - 8 * channel) & 0xff;
          row[channel][x] = onWhite(level / 255.0, opacity);
        }
      }
      return;
    }
    boolean coloured = bands >= 3;
    boolean transparent = bands % 2 == 0;
    double[] levels = new double[bands];
    for (int band = 0; band < bands; band++) {
      levels[band] = (1L << raster.getSampleModel().getSampleSize(band)) - 1;
    }
    for (int x = 0; x < width; x++) {
      int at = x * bands;
      double opacity = transparent ? samples[at + bands - 1] / levels[bands - 1] : 1;
      for (int channel = 0; channel < 3; channel++) {
        int band = coloured ? channel : 0;
        row[channel][x] = onWhite(samples[at + band] / levels[band], opacity);
      }
    }
  }

  private static double onWhite(double level, double opacity) {
    return level * opacity + 1 - opacity;
  }
}
