package lab.tinynet.ui.view;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.chart.stage.PointCloud;
import lab.tinynet.chart.stage.StageImage;
import lab.tinynet.chart.stage.StageView;
import lab.tinynet.chart.stage.StageWorker;
import lab.tinynet.session.Examples;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.ui.i18n.I18n;

/// A stage in the window: hands frames to a painter on another thread and shows what it paints.
public final class StagePane extends StackPane {
  private final StageView view;
  private final StageWorker worker = new StageWorker();
  private Optional<Examples> examples = Optional.empty();
  private PointCloud cloud = PointCloud.NONE;
  private Optional<Frame> offered = Optional.empty();

  public StagePane(I18n i18n, ThemeTokens tokens) {
    setId("stage");
    setMinSize(0, 0);
    view = new StageView(tokens.palette(), i18n.messages());
    Label loading = Actions.label(i18n.bound("ui.stage.loading"), "caption");
    loading.visibleProperty().bind(view.visibleProperty().not());
    view.setVisible(false);
    getChildren().addAll(view, loading);
    tokens
        .paletteBinding()
        .subscribe(
            palette -> {
              view.setPalette(palette);
              offered = Optional.empty();
            });
    i18n.languageProperty()
        .subscribe(
            _ -> {
              view.setTexts(i18n.messages());
              offered = Optional.empty();
            });
    // A frame is painted for a size, a theme and a language: others want it painted again.
    view.widthProperty().subscribe(_ -> offered = Optional.empty());
    view.heightProperty().subscribe(_ -> offered = Optional.empty());
  }

  public StageView view() {
    return view;
  }

  /// Offers a frame to the painter and shows what it has finished.
  ///
  /// @return whether another picture is shown
  @SuppressWarnings(
      "ReferenceEquality") // another run brings other examples; comparing them is slow
  public boolean beat(Optional<Frame> frame, Examples of) {
    if (examples.isEmpty() || examples.get() != of) {
      examples = Optional.of(of);
      cloud = PointClouds.of(of);
    }
    if (frame.isPresent() && !frame.equals(offered) && view.getWidth() > 0) {
      worker.offer(view.plan(), frame.get(), cloud);
      offered = frame;
    }
    Optional<StageImage> finished = worker.poll();
    finished.ifPresent(this::show);
    return finished.isPresent();
  }

  private void show(StageImage image) {
    view.show(image);
    worker.reuse(image);
    view.setVisible(true);
  }

  /// Paints at once, for a picture.
  public void paint(Frame frame, Examples of) {
    cloud = PointClouds.of(of);
    view.show(frame, cloud);
    view.setVisible(true);
  }

  /// Ends the painter.
  public void close() {
    worker.close();
  }
}
