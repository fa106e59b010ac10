package lab.tinynet.chart;

import java.awt.image.BufferedImage;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import lab.tinynet.telemetry.RunLog;

/// Draws the charts off screen into `target/pictures`, to be looked at.
final class ChartPictures {
  private static final String LIGHT =
      """
      .root { -page: #f3f4f6; }
      """;
  private static final String DARK =
      """
      .root { -page: #14171c; -tn-ground: #1c2026; -tn-ink: #e8ebf0; -tn-muted: #9aa3b2;
        -tn-hairline: #313742; -tn-grid: #272c35; -tn-accent: #8fa2ff; -tn-alarm: #ff8a80;
        -tn-positive: #5a9bf0; -tn-negative: #ff9a45; -tn-layer-1: #38bdb0; -tn-layer-2: #b694ff;
        -tn-layer-3: #f07cc4; -tn-layer-4: #b9c648; -tn-layer-5: #8fb0cb; -tn-layer-6: #cfa67f; }
      """;
  private static final String PROJECTOR =
      """
      .root { -page: #f3f4f6; -tn-font-size: 22px; -tn-line-width: 3.5px; -tn-projector: true; }
      .chart-title { -fx-font-size: 26px; }
      .chart-summary { -fx-font-size: 22px; }
      """;
  private static final String COMMON =
      """
      .root { -tn-ground: #ffffff; -tn-ink: #16181d; -tn-muted: #5f6775; -tn-hairline: #dde1e8;
        -tn-accent: #2f55d9; -fx-font-family: "Noto Sans SC"; -fx-background-color: -page; }
      .chart-card { -fx-background-color: -tn-ground; -fx-background-radius: 12;
        -fx-border-color: -tn-hairline; -fx-border-radius: 12; -fx-padding: 14 16 12 16; }
      .chart-card:ringed { -fx-border-color: -tn-accent; -fx-border-width: 2;
        -fx-padding: 13 15 11 15; }
      .chart-title { -fx-font-size: 14px; -fx-font-weight: bold; -fx-text-fill: -tn-ink; }
      .chart-summary { -fx-font-size: 12px; -fx-text-fill: -tn-muted; }
      """;

  private ChartPictures() {}

  static void loadFonts() {
    for (String weight : List.of("Regular", "Bold")) {
      String name = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
      Font.loadFont(ChartPictures.class.getResourceAsStream(name), 12);
    }
  }

  static String sheet(String theme) {
    String own = theme.equals("dark") ? DARK : theme.equals("projector") ? PROJECTOR : LIGHT;
    return "data:text/css,"
        + URLEncoder.encode(COMMON + own, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// A scene with the four cards of a board.
  static Scene scene(
      ChartBoard board,
      ThemeTokens tokens,
      String theme,
      double width,
      double height,
      int columns) {
    TilePane tiles = new TilePane(14, 14);
    tiles.setPrefColumns(columns);
    for (ChartView view : board.views()) {
      view.setPrefSize(width, height);
      tiles.getChildren().add(view);
    }
    tiles.setTranslateX(14);
    tiles.setTranslateY(14);
    StackPane root = new StackPane(tiles, tokens);
    int rows = (4 + columns - 1) / columns;
    Scene scene = new Scene(root, columns * (width + 14) + 14, rows * (height + 14) + 14);
    scene.getStylesheets().add(sheet(theme));
    return scene;
  }

  static WritableImage draw(
      RunLog log,
      String language,
      String theme,
      double width,
      double height,
      int columns,
      OptionalLong pointer) {
    ChartBoard board = new ChartBoard(new Words(language));
    ThemeTokens tokens = new ThemeTokens();
    Scene scene = scene(board, tokens, theme, width, height, columns);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    board.deadUnits().setRinged(true);
    board.point(pointer);
    board.pulse(log, tokens.palette());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    board.pulse(log, tokens.palette());
    return scene.snapshot(null);
  }

  static void save(WritableImage image, String name) throws Exception {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    File file = new File("target/pictures/" + name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(copy, "png", file);
  }

  /// Draws them all.
  public static void main(String[] arguments) throws Exception {
    Fx.run(ChartPictures::loadFonts);
    RunLog ordinary = SyntheticRun.ordinary(2).train(900).log();
    RunLog deep = SyntheticRun.clipped(4).train(12_345).log();
    RunLog broken = SyntheticRun.diverging(2, 640).train(900).log();
    RunLog start = SyntheticRun.ordinary(2).train(7).log();
    RunLog flat = SyntheticRun.withoutRectifiers().train(300).log();
    RunLog dying = SyntheticRun.dying(2).train(700).log();
    RunLog nothing = new RunLog(List.of());
    OptionalLong none = OptionalLong.empty();
    Fx.run(
        () -> {
          save(draw(ordinary, "zh", "light", 340, 240, 4, none), "340-zh-light");
          save(draw(ordinary, "en", "dark", 340, 240, 4, none), "340-en-dark");
          save(draw(ordinary, "en", "light", 480, 260, 2, none), "480-en-light");
          save(
              draw(ordinary, "zh", "dark", 480, 260, 2, OptionalLong.of(263)), "480-zh-dark-hover");
          save(draw(deep, "en", "light", 480, 260, 2, none), "480-en-light-deep");
          save(draw(deep, "zh", "light", 340, 240, 4, none), "340-zh-light-deep");
          save(draw(deep, "zh", "dark", 900, 500, 2, none), "900-zh-dark-deep");
          save(draw(broken, "zh", "light", 480, 260, 2, none), "480-zh-light-diverged");
          save(draw(broken, "en", "dark", 340, 240, 4, none), "340-en-dark-diverged");
          save(draw(start, "en", "light", 340, 240, 4, none), "340-en-light-start");
          save(draw(flat, "zh", "light", 340, 240, 4, none), "340-zh-light-flat");
          save(draw(dying, "zh", "light", 480, 260, 2, OptionalLong.of(600)), "480-zh-light-dying");
          save(draw(nothing, "en", "light", 340, 240, 4, none), "340-en-light-empty");
          save(draw(ordinary, "zh", "projector", 900, 500, 2, none), "900-zh-projector");
        });
    javafx.application.Platform.exit();
  }
}
