package lab.tinynet.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import lab.tinynet.ui.action.LabAction;
import lab.tinynet.ui.action.LabAction.Group;
import lab.tinynet.ui.text.Messages;
import lab.tinynet.ui.view.LabView;

/// The actions that take a person to a part of the window: without a mouse, and by its name.
final class PlaceActions {
  private static final String TITLE = ".title";

  private final LabView view;

  private PlaceActions(LabView view) {
    this.view = view;
  }

  static List<LabAction> of(LabView view) {
    return new PlaceActions(view).all();
  }

  private List<LabAction> all() {
    List<LabAction> all = new ArrayList<>();
    all.add(
        LabAction.of("experiment", Group.PLACE, "ui.action.experiment", view::focusExperiment)
            .on("Shortcut+E"));
    all.add(LabAction.of("go-health", Group.PLACE, "ui.action.goHealth", this::health));
    all.add(to("go-preset", "ui.action.goPreset", "#preset", "ui.action.notHere"));
    all.add(to("go-seed", "ui.action.goSeed", "#seed", "ui.action.notHere"));
    all.add(to("go-timeline", "ui.action.goTimeline", "#time-line", "ui.action.notHere"));
    all.add(
        to("go-tutor", "ui.action.goTutor", "#answer", "ui.action.goTutor.none").on("Shortcut+J"));
    view.chartNames()
        .forEach(
            (name, key) ->
                all.add(
                    LabAction.of(
                        "chart " + name,
                        Group.PLACE,
                        language -> {
                          Messages messages = Messages.of(language);
                          return messages.text(
                              "ui.action.enlarge", "chart", messages.text(key + TITLE));
                        },
                        () -> view.enlarge(name))));
    return all;
  }

  /// @param reason why one can't go there while it isn't to be seen
  private LabAction to(String id, String title, String place, String reason) {
    Supplier<Optional<String>> refusal =
        () -> find(place).isPresent() ? Optional.empty() : Optional.of(reason);
    return LabAction.of(id, Group.PLACE, title, () -> find(place).ifPresent(PlaceActions::enter))
        .unless(refusal);
  }

  private static void enter(Node node) {
    node.requestFocus();
    if (node instanceof ComboBoxBase<?> choice) {
      choice.show();
    }
  }

  /// A finding's link, where there is one.
  private void health() {
    view.focusExperiment();
    find("#health .hyperlink").ifPresent(Node::requestFocus);
  }

  private Optional<Node> find(String selector) {
    return Optional.ofNullable(view.lookup(selector)).filter(PlaceActions::showing);
  }

  private static boolean showing(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
