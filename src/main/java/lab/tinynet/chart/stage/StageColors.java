package lab.tinynet.chart.stage;

import java.util.List;
import javafx.scene.paint.Color;
import lab.tinynet.chart.Palette;

/// The palette's colours as opaque ARGB numbers, as the pixel painters need them.
///
/// @param layers one hue a layer, reused in turn
/// @param projector whether marks are drawn thicker
record StageColors(
    int ground,
    int ink,
    int muted,
    int hairline,
    int accent,
    int alarm,
    int positive,
    int negative,
    List<Integer> layers,
    boolean projector) {

  static StageColors of(Palette palette) {
    int ground = argb(palette.ground(), 0xffffffff);
    return new StageColors(
        ground,
        argb(palette.ink(), ground),
        argb(palette.muted(), ground),
        argb(palette.hairline(), ground),
        argb(palette.accent(), ground),
        argb(palette.alarm(), ground),
        argb(palette.positive(), ground),
        argb(palette.negative(), ground),
        palette.layers().stream().map(color -> argb(color, ground)).toList(),
        palette.projector());
  }

  /// The hue of a layer, by its index from 0.
  int layer(int index) {
    return layers.get(Math.floorMod(index, layers.size()));
  }

  /// The colour of a class: − and + for the first two, the layers' hues beyond.
  int classColor(int index) {
    return index == 0 ? negative : index == 1 ? positive : layer(index - 2);
  }

  /// A signed scale in these colours.
  SignScale scale(double center, double half) {
    return new SignScale(center, half, negative, ground, positive);
  }

  private static int argb(Color color, int behind) {
    int solid =
        0xff000000
            | (int) Math.rint(255 * color.getRed()) << 16
            | (int) Math.rint(255 * color.getGreen()) << 8
            | (int) Math.rint(255 * color.getBlue());
    return SignScale.mix(behind, solid, color.getOpacity());
  }
}
