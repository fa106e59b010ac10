package lab.tinynet.ui.experiment;

import java.util.List;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// How the units are: one sentence a layer that has dead ones, or one that all is well.
final class HealthSection extends Section {
  private final VBox sentences = new VBox();
  private List<Figures.Dead> shown = List.of();
  private boolean shownDiverged;
  private boolean first = true;

  HealthSection(I18n i18n) {
    super(i18n, "ui.section.health", "");
    setId("health");
    Tips.explain(this, i18n, "ui.section.health.tip");
    sentences.getStyleClass().add("health");
    getChildren().add(sentences);
  }

  /// Shows the figures; does nothing when none has changed.
  void show(Figures figures, boolean diverged) {
    if (!first && figures.dead().equals(shown) && diverged == shownDiverged) {
      return;
    }
    first = false;
    shownDiverged = diverged;
    shown = figures.dead();
    sentences.getChildren().clear();
    if (diverged) {
      sentences.getChildren().add(Actions.wrapped(i18n.bound("ui.health.diverged"), "health-dead"));
    }
    if (shown.isEmpty()) {
      sentences.getChildren().add(Actions.wrapped(i18n.bound("ui.health.nothing"), "caption"));
      return;
    }
    boolean anyDead = false;
    for (Figures.Dead dead : shown) {
      if (dead.count() == 0) {
        continue;
      }
      anyDead = true;
      sentences
          .getChildren()
          .add(
              Actions.wrapped(
                  i18n.bound(
                      "ui.health.dead",
                      "layer",
                      i18n.bound("ui.layer.dense", "number", dead.layer() + 1),
                      "count",
                      dead.count(),
                      "units",
                      dead.units()),
                  "health-dead"));
      dead.since()
          .ifPresent(
              step ->
                  sentences
                      .getChildren()
                      .add(
                          Actions.wrapped(i18n.bound("ui.health.since", "step", step), "caption")));
    }
    if (!anyDead && !diverged) {
      sentences.getChildren().add(Actions.wrapped(i18n.bound("ui.health.alive"), "health-alive"));
    }
  }
}
