package lab.tinynet.chart.stage;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.Texts;

/// Puts a stage on a JavaFX scene, off screen, and takes pictures of it.
final class Screen {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static boolean started;

  private Screen() {}

  /// Runs on the JavaFX thread and waits for the result.
  static synchronized <T> T onFxThread(Callable<T> work) throws Exception {
    if (!started) {
      started = true;
      Platform.setImplicitExit(false);
      try {
        Platform.startup(() -> {});
      } catch (IllegalStateException alreadyStarted) {
        Platform.setImplicitExit(false);
      }
      for (String weight : new String[] {"Regular", "Bold"}) {
        String name = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
        try (InputStream in = Screen.class.getResourceAsStream(name)) {
          Font.loadFont(in, 12);
        }
      }
    }
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  /// A stage of a size, laid out. JavaFX thread only.
  static StageView stage(Palette palette, Texts texts, double width, double height) {
    StageView view = new StageView(palette, texts);
    view.setPrefSize(width, height);
    Pane root = new Pane(view);
    Scene scene = new Scene(root, width, height, palette.ground());
    scene.getRoot().layout();
    view.layout();
    return view;
  }

  /// A picture of the stage. JavaFX thread only.
  static BufferedImage picture(StageView view) {
    WritableImage image = view.getScene().snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  static void save(BufferedImage picture, String name) throws Exception {
    Files.createDirectories(PICTURES);
    ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
  }
}
