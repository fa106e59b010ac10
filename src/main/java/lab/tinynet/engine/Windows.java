package lab.tinynet.engine;

import lab.tinynet.spec.ImageShape;

/// The windows of a pooling layer: where they stand in the flat values of an image.
final class Windows {
  private final int[] firsts;
  private final int[] offsets;

  /// @param input shape of the image
  /// @param output one pixel a window
  /// @param side of the square windows
  /// @param stride distance of neighbouring windows
  Windows(ImageShape input, ImageShape output, int side, int stride) {
    firsts = new int[output.size()];
    for (int window = 0; window < firsts.length; window++) {
      int x = window % output.width();
      int y = window / output.width() % output.height();
      int channel = window / output.area();
      firsts[window] = (channel * input.height() + y * stride) * input.width() + x * stride;
    }
    offsets = new int[side * side];
    for (int place = 0; place < offsets.length; place++) {
      offsets[place] = place / side * input.width() + place % side;
    }
  }

  /// Windows of all channels together.
  int count() {
    return firsts.length;
  }

  /// The first pixel of a window, counted in pixels of the whole image.
  int first(int window) {
    return firsts[window];
  }

  /// Pixels from a window's first to its pixel `place`, counted row by row.
  int offset(int place) {
    return offsets[place];
  }

  /// Pixels of a window.
  int places() {
    return offsets.length;
  }
}
