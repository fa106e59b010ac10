package lab.tinynet.ui.capture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.view.LayerWords;

/// What stands below a picture, so that it speaks for itself: experiment, seed, step, figures.
final class CaptionStrip extends HBox {
  private static final String DOT = " · ";

  CaptionStrip(RunState state, Figures figures, I18n i18n, LocalDate date) {
    getStyleClass().add("caption-strip");
    Experiment experiment = state.experiment();
    String name = experiment.name().isBlank() ? i18n.text("ui.strip.unnamed") : experiment.name();
    VBox what = lines(name, experimentWords(experiment, i18n));
    String where =
        i18n.text("ui.strip.seed", "seed", experiment.seed())
            + DOT
            + i18n.text("ui.strip.step", "step", String.format(Locale.ROOT, "%,d", state.step()));
    VBox figured = lines(where, String.join(DOT, figureWords(figures, i18n)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label by = new Label(i18n.text("ui.strip.by", "date", date));
    by.getStyleClass().add("caption");
    by.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(what, figured, gap, by);
  }

  private static VBox lines(String first, String second) {
    Label title = new Label(first);
    title.getStyleClass().add("strip-title");
    Label rest = new Label(second);
    rest.getStyleClass().add("caption");
    rest.setWrapText(true);
    VBox both = new VBox(title, rest);
    both.getStyleClass().add("strip-lines");
    return both;
  }

  private static String experimentWords(Experiment experiment, I18n i18n) {
    String data =
        switch (experiment.data()) {
          case DataSpec.Generated generated ->
              i18n.text(
                  "ui.strip.data",
                  "data",
                  i18n.text("ui.data." + generated.shape().json()),
                  "examples",
                  generated.examples(),
                  "noise",
                  generated.noise());
          case DataSpec.Inline inline ->
              i18n.text("ui.strip.inline", "examples", inline.x().rows() + inline.testX().rows());
          case DataSpec.Files files ->
              i18n.text(
                  "ui.strip.files",
                  "kind",
                  files.source().kind(),
                  "examples",
                  NetworkShape.trainCount(files) + NetworkShape.testCount(files));
        };
    String shape =
        experiment.network().stream()
            .map(layer -> layerWords(layer, i18n))
            .collect(Collectors.joining(" → "));
    String training =
        i18n.text(
            "ui.strip.training",
            "optimizer",
            i18n.text("ui.optimizer." + experiment.optimizer().kind()),
            "rate",
            experiment.optimizer().rate(),
            "batch",
            experiment.batch().full()
                ? i18n.text("ui.strip.batch.full")
                : experiment.batch().examples());
    return String.join(DOT, data, i18n.text("ui.strip.network", "shape", shape), training);
  }

  private static String layerWords(LayerSpec layer, I18n i18n) {
    String activation = i18n.text("ui.activation." + layer.activation().kind().json());
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.units() + " " + activation;
      case LayerSpec.Conv2d conv ->
          "conv2d "
              + conv.kernel()
              + " × "
              + conv.kernel()
              + " × "
              + conv.filters()
              + " "
              + activation;
      case LayerSpec.Activated _ -> activation;
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          layer.kind();
    };
  }

  private static List<String> figureWords(Figures figures, I18n i18n) {
    List<String> words = new ArrayList<>();
    figures
        .loss()
        .ifPresent(
            loss ->
                words.add(
                    i18n.text("ui.strip.loss", "value", String.format(Locale.ROOT, "%.4g", loss))));
    figures
        .accuracy()
        .ifPresent(share -> words.add(i18n.text("ui.strip.train", "value", percent(share))));
    figures
        .testAccuracy()
        .ifPresent(share -> words.add(i18n.text("ui.strip.test", "value", percent(share))));
    for (Figures.Dead dead : figures.dead()) {
      words.add(
          i18n.text(
              "ui.strip.dead",
              "layer",
              LayerWords.of(i18n, dead.name()),
              "count",
              dead.count(),
              "units",
              dead.units()));
    }
    return words;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
