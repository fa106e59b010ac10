package lab.tinynet.ui.view;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Stands above the stage when the run has diverged: what broke, where, and what can be done.
final class DivergenceBanner extends HBox {
  private static final double GENTLER = 10;

  DivergenceBanner(LabModel model, I18n i18n) {
    getStyleClass().add("banner");
    setId("divergence");
    setAlignment(Pos.CENTER_LEFT);
    visibleProperty().bind(model.phaseProperty().map(phase -> phase == RunState.Phase.DIVERGED));
    managedProperty().bind(visibleProperty());
    Label title = new Label();
    title.getStyleClass().add("banner-title");
    title.setWrapText(true);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .state()
                        .divergence()
                        .map(cause -> DivergenceWords.of(i18n, cause))
                        .orElse(""),
                model.stateProperty(),
                i18n.languageProperty()));
    Label kept = Actions.wrapped(i18n.bound("ui.diverged.kept"), "caption");
    VBox words = new VBox(title, kept);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button gentler =
        Actions.plain(
            i18n.bound("ui.diverged.gentler"),
            () -> {
              model.edit(
                  experiment -> {
                    Optimizer rule = experiment.optimizer();
                    return experiment.withOptimizer(rule.withRate(rule.rate() / GENTLER));
                  });
              model.train();
            });
    gentler.setId("gentler");
    gentler.getStyleClass().add("danger");
    gentler.setMinWidth(USE_PREF_SIZE);
    Tips.explain(gentler, i18n, "ui.diverged.gentler.tip");
    Button reset = Actions.plain(i18n.bound("ui.reset"), model::reset);
    reset.setMinWidth(USE_PREF_SIZE);
    FontIcon sign = new FontIcon(Material2MZ.WARNING);
    getChildren().addAll(sign, words, gentler, reset);
  }
}
