package lab.tinynet.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Preset;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Fonts;
import lab.tinynet.ui.theme.LabStyle;
import lab.tinynet.ui.theme.Theme;
import lab.tinynet.ui.tutoring.TutorModel;
import lab.tinynet.ui.view.LabView;
import lab.tinynet.ui.view.TopBar;

/// Draws what the window would show of a run, off screen: the very scene graph of the window, laid
/// out at a size and never shown.
public final class LabPicture {

  /// How it is to be drawn.
  ///
  /// @param width in pixels
  /// @param height in pixels
  /// @param view `lab`, `stage`, or `chart:` and a chart's name (`activations`, `gradient-norms`,
  ///     `dead-units`, `loss`)
  public record Request(int width, int height, Language language, Theme theme, String view) {}

  private LabPicture() {}

  /// Side of the maps that [#draw] wants in its frame, in cells.
  public static int mapCells() {
    return LabView.MAP_CELLS;
  }

  /// Whether there is such a view.
  public static boolean knows(String view) {
    return view.equals("lab") || view.equals("stage") || CHARTS.contains(view);
  }

  private static final List<String> CHARTS =
      List.of(
          "chart:activations",
          "chart:gradient-norms",
          "chart:gradient-signal",
          "chart:update-ratio",
          "chart:dead-units",
          "chart:saturated-units",
          "chart:loss",
          "chart:learning-rate");

  /// Starts JavaFX if need be, draws, and waits. Not to be called on the JavaFX thread.
  ///
  /// @param frame of the same step as the state
  /// @throws IllegalArgumentException if there is no such view
  public static Pixels render(
      RunState state, Frame frame, Tutor tutor, List<Preset> presets, Request request) {
    if (!knows(request.view())) {
      throw new IllegalArgumentException("no view " + request.view());
    }
    FxThread.start(false);
    return FxThread.call(() -> draw(state, frame, tutor, presets, request));
  }

  private static Pixels draw(
      RunState state, Frame frame, Tutor tutor, List<Preset> presets, Request request) {
    Fonts.load();
    I18n i18n = new I18n(request.language());
    ObjectProperty<Theme> theme = new SimpleObjectProperty<>(request.theme());
    LabModel model =
        new LabModel(new StillSession(state, Optional.of(frame)), experiment -> Optional.empty());
    TutorModel tutorModel =
        new TutorModel(model, CompletableFuture.completedFuture(tutor), () -> 0);
    LabView view = new LabView(model, tutorModel, i18n, presets, theme, new NoWishes());
    try {
      Optional<Region> part = view.part(request.view());
      part.ifPresent(view::solo);
      Scene scene = new Scene(view, request.width(), request.height());
      LabStyle.apply(scene, request.theme());
      view.resize(request.width(), request.height());
      view.paint();
      return Pixels.of(scene.snapshot(new WritableImage(request.width(), request.height())));
    } finally {
      view.close();
    }
  }

  /// Nobody can click on a picture.
  private static final class NoWishes implements TopBar.Wishes {
    @Override
    public void openFile() {}

    @Override
    public void openFolder() {}

    @Override
    public void drawPoints() {}

    @Override
    public void saveText(String name, String text) {}

    @Override
    public void open(Preset preset) {}

    @Override
    public void capture() {}

    @Override
    public void showKeys() {}

    @Override
    public void compare() {}

    @Override
    public void showResults() {}

    @Override
    public LongUnaryOperator nextSeed() {
      return LongUnaryOperator.identity();
    }
  }
}
