package lab.tinynet.chart.stage;

import java.util.List;
import javafx.scene.paint.Color;
import lab.tinynet.chart.Palette;

/// Colours to paint with in tests.
final class Palettes {
  static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#16181d"),
          Color.web("#5f6775"),
          Color.web("#dde1e8"),
          Color.web("#eef0f4"),
          Color.web("#2f55d9"),
          Color.web("#b3261e"),
          Color.web("#2c6bc4"),
          Color.web("#e07b28"),
          List.of(
              Color.web("#0b8078"),
              Color.web("#7747c9"),
              Color.web("#b02e86"),
              Color.web("#6b7600")),
          "Noto Sans SC",
          12,
          1.75,
          false);
  static final Palette DARK =
      new Palette(
          Color.web("#1c2027"),
          Color.web("#e8eaf0"),
          Color.web("#9aa3b2"),
          Color.web("#363c48"),
          Color.web("#2a2f38"),
          Color.web("#8fa2ff"),
          Color.web("#ff8a80"),
          Color.web("#62a5ff"),
          Color.web("#ff9640"),
          List.of(
              Color.web("#3ec9bd"),
              Color.web("#b79bff"),
              Color.web("#f08fcb"),
              Color.web("#c0cc55")),
          "Noto Sans SC",
          12,
          1.75,
          false);

  private Palettes() {}

  static Palette sized(Palette palette, double fontSize) {
    return new Palette(
        palette.ground(),
        palette.ink(),
        palette.muted(),
        palette.hairline(),
        palette.grid(),
        palette.accent(),
        palette.alarm(),
        palette.positive(),
        palette.negative(),
        palette.layers(),
        palette.fontFamily(),
        fontSize,
        palette.lineWidth(),
        fontSize >= 24);
  }
}
