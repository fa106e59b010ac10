package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.LayerSpec;

/// Lays the windows of a convolution side by side (im2col), and adds gradients of windows up to
/// that of the image (col2im).
///
/// Images stand as (channel, y, x, example), the examples innermost: column-major (examples ×
/// channels·height·width), as between all layers. What a window's place sees over a row of output
/// pixels and all examples is then one run of memory, which is copied whole, and the product of
/// patches and kernels has the results in just that order.
final class Patches {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final ImageShape image;
  private final int kernel;
  private final int stride;
  private final int outputWidth;
  private final int top;
  private final int left;

  /// @param image shape of the input
  Patches(LayerSpec.Conv2d spec, ImageShape image) {
    this.image = image;
    this.kernel = spec.kernel();
    this.stride = spec.stride();
    this.outputWidth = spec.padding().windows(image.width(), kernel, stride);
    this.top = spec.padding().before(image.height(), kernel, stride);
    this.left = spec.padding().before(image.width(), kernel, stride);
  }

  /// Numbers of one patch: channels · kernel².
  int size() {
    return image.channels() * kernel * kernel;
  }

  /// Makes the patches of the outputs `from … to − 1`, counted by position and within it by
  /// example.
  ///
  /// @param values of the image
  /// @param rows examples
  /// @param patches receives (to − from × size), column-major
  /// @param leading distance of the columns of the patches
  void gather(
      MemorySegment values, int rows, int from, int to, MemorySegment patches, int leading) {
    int column = 0;
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int y = 0; y < kernel; y++) {
        for (int x = 0; x < kernel; x++) {
          long into = (long) column * leading - from;
          gather(values, rows, from, to, channel, y, x, patches, into);
          column++;
        }
      }
    }
  }

  private void gather(
      MemorySegment values,
      int rows,
      int from,
      int to,
      int channel,
      int y,
      int x,
      MemorySegment patches,
      long into) {
    int line = outputWidth * rows;
    int end;
    for (int at = from; at < to; at = end) {
      int outputY = at / line;
      end = Math.min(to, (outputY + 1) * line);
      int imageY = outputY * stride - top + y;
      if (imageY < 0 || imageY >= image.height()) {
        zero(patches, into + at, end - at);
        continue;
      }
      long source = ((long) channel * image.height() + imageY) * image.width() * rows;
      int start = outputY * line;
      if (stride == 1) {
        int shift = x - left;
        int first = Math.clamp(start + (long) Math.max(0, -shift) * rows, at, end);
        int last =
            Math.clamp(
                start + (long) Math.min(outputWidth, image.width() - shift) * rows, first, end);
        zero(patches, into + at, first - at);
        copy(
            values,
            source + first - start + (long) shift * rows,
            patches,
            into + first,
            last - first);
        zero(patches, into + last, end - last);
      } else {
        int next;
        for (int place = at; place < end; place = next) {
          int outputX = (place - start) / rows;
          next = Math.min(end, start + (outputX + 1) * rows);
          int imageX = outputX * stride - left + x;
          if (imageX < 0 || imageX >= image.width()) {
            zero(patches, into + place, next - place);
          } else {
            int example = place - start - outputX * rows;
            copy(
                values,
                source + (long) imageX * rows + example,
                patches,
                into + place,
                next - place);
          }
        }
      }
    }
  }

  /// Adds the gradients of patches to that of the image.
  ///
  /// @param patches (to − from × size), column-major
  /// @param gradient of the image
  void scatter(
      MemorySegment patches, int leading, int from, int to, int rows, MemorySegment gradient) {
    int column = 0;
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int y = 0; y < kernel; y++) {
        for (int x = 0; x < kernel; x++) {
          long source = (long) column * leading - from;
          scatter(patches, source, from, to, rows, channel, y, x, gradient);
          column++;
        }
      }
    }
  }

  private void scatter(
      MemorySegment patches,
      long source,
      int from,
      int to,
      int rows,
      int channel,
      int y,
      int x,
      MemorySegment gradient) {
    int line = outputWidth * rows;
    int end;
    for (int at = from; at < to; at = end) {
      int outputY = at / line;
      end = Math.min(to, (outputY + 1) * line);
      int imageY = outputY * stride - top + y;
      if (imageY < 0 || imageY >= image.height()) {
        continue;
      }
      long into = ((long) channel * image.height() + imageY) * image.width() * rows;
      int start = outputY * line;
      if (stride == 1) {
        int shift = x - left;
        int first = Math.clamp(start + (long) Math.max(0, -shift) * rows, at, end);
        int last =
            Math.clamp(
                start + (long) Math.min(outputWidth, image.width() - shift) * rows, first, end);
        add(
            patches,
            source + first,
            gradient,
            into + first - start + (long) shift * rows,
            last - first);
      } else {
        int next;
        for (int place = at; place < end; place = next) {
          int outputX = (place - start) / rows;
          next = Math.min(end, start + (outputX + 1) * rows);
          int imageX = outputX * stride - left + x;
          if (imageX >= 0 && imageX < image.width()) {
            int example = place - start - outputX * rows;
            add(
                patches,
                source + place,
                gradient,
                into + (long) imageX * rows + example,
                next - place);
          }
        }
      }
    }
  }

  private static void zero(MemorySegment into, long at, int count) {
    for (int i = 0; i < count; i++) {
      into.setAtIndex(DOUBLE, at + i, 0);
    }
  }

  private static void copy(
      MemorySegment from, long source, MemorySegment into, long at, int count) {
    if (count > 0) {
      MemorySegment.copy(
          from, source * Double.BYTES, into, at * Double.BYTES, (long) count * Double.BYTES);
    }
  }

  private static void add(MemorySegment from, long source, MemorySegment into, long at, int count) {
    for (int i = 0; i < count; i++) {
      double sum = into.getAtIndex(DOUBLE, at + i) + from.getAtIndex(DOUBLE, source + i);
      into.setAtIndex(DOUBLE, at + i, sum);
    }
  }
}
