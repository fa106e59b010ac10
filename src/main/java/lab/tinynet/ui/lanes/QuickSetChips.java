package lab.tinynet.ui.lanes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// The quick sets as chips; one that an experiment has nothing for says so.
final class QuickSetChips {
  private QuickSetChips() {}

  static List<Node> of(I18n i18n, Experiment experiment, Consumer<LaneDraft> begin) {
    return Arrays.stream(QuickSet.values()).map(set -> chip(i18n, set, experiment, begin)).toList();
  }

  private static Node chip(
      I18n i18n, QuickSet set, Experiment experiment, Consumer<LaneDraft> begin) {
    Optional<LaneDraft> draft = set.draft(experiment);
    Button chip = Actions.chip(name(i18n, set, draft), () -> draft.ifPresent(begin));
    chip.setId("lanes-set-" + set.code());
    chip.setDisable(draft.isEmpty());
    return Tips.explained(
        chip, i18n.bound(draft.isEmpty() ? "ui.lanes.set.none" : "ui.lanes.set.tip"));
  }

  /// What the lanes will have, in their order; else the set's own name.
  private static ObservableValue<String> name(I18n i18n, QuickSet set, Optional<LaneDraft> draft) {
    if (draft.isEmpty() || !set.named()) {
      return i18n.bound("ui.lanes.set." + set.code());
    }
    LaneWords words = new LaneWords(i18n);
    return i18n.languageProperty().map(_ -> String.join(" / ", words.values(draft.get())));
  }
}
