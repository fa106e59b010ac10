package lab.tinynet.chart;

import java.util.List;
import javafx.scene.paint.Color;

/// The colours and sizes that painters use, read from the theme's tokens.
///
/// @param ground what is painted on: a panel's background; also the colour of 0 on every signed
///     scale
/// @param ink text and marks
/// @param muted captions, axis labels
/// @param hairline borders and axes
/// @param grid grid lines
/// @param accent what is being spoken of or can be done
/// @param alarm death, divergence, errors; nothing else
/// @param positive the colour of + on every signed scale (weights, biases, maps, classes)
/// @param negative the colour of −
/// @param layers one hue a layer, reused in turn; the same on stage, charts and in text
/// @param fontFamily family of all text
/// @param fontSize size of axis labels and captions, in pixels; other sizes are derived from it
/// @param lineWidth width of a series line, in pixels
/// @param projector whether the picture is projected: thicker marks, dashes join colours
public record Palette(
    Color ground,
    Color ink,
    Color muted,
    Color hairline,
    Color grid,
    Color accent,
    Color alarm,
    Color positive,
    Color negative,
    List<Color> layers,
    String fontFamily,
    double fontSize,
    double lineWidth,
    boolean projector) {
  public Palette {
    layers = List.copyOf(layers);
  }

  /// The hue of a layer.
  ///
  /// @param index index of the layer in the network, from 0
  public Color layer(int index) {
    return layers.get(Math.floorMod(index, layers.size()));
  }
}
