package lab.tinynet.engine;

import lab.tinynet.spec.ImageShape;

/// The windows of a pooling layer: where they stand in the flat values of an image.
///
/// @param input shape of the image
/// @param output one pixel a window
record Windows(ImageShape input, ImageShape output, int size, int stride) {
  /// Windows of all channels together.
  int count() {
    return output.size();
  }

  /// The first pixel of a window, counted in pixels of the whole image.
  int first(int window) {
    int x = window % output.width();
    int y = window / output.width() % output.height();
    int channel = window / output.area();
    return (channel * input.height() + y * stride) * input.width() + x * stride;
  }

  /// Pixels from a window's first to its pixel `place`, counted row by row.
  int offset(int place) {
    return place / size * input.width() + place % size;
  }

  int places() {
    return size * size;
  }
}
