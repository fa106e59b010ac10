package lab.tinynet.ui;

import java.util.Optional;
import lab.tinynet.session.LanesFactory;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.lanes.LanesModel;
import lab.tinynet.ui.lanes.LanesScreen;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.LabView;

/// Runs side by side in the window, in place of the single run, which rests meanwhile and is found
/// again as it was left.
final class Comparison {
  private final LabView view;
  private final LabModel model;
  private final LanesModel lanes;
  private final LanesScreen screen;
  private final EarlierRuns earlier;
  private boolean open;
  private boolean trained;

  /// @param earlier where what the runs came to is recorded
  Comparison(LabView view, LabModel model, LanesFactory factory, EarlierRuns earlier, I18n i18n) {
    this.view = view;
    this.model = model;
    this.earlier = earlier;
    this.lanes = new LanesModel(factory, ended -> ended.lanes().forEach(earlier::record));
    this.screen =
        new LanesScreen(lanes, i18n, () -> model.paceProperty().get(), this::back, this::take);
  }

  /// Opens the editor for lanes beside the present experiment, or goes back to the run.
  void toggle() {
    if (open) {
      back();
      return;
    }
    open = true;
    trained = model.phaseProperty().get() == RunState.Phase.TRAINING;
    model.pause();
    earlier.record();
    view.cover(screen);
    screen.open(model.experiment());
  }

  /// What runs side by side; empty while the single run is shown.
  Optional<LanesModel> lanes() {
    return open ? Optional.of(lanes) : Optional.empty();
  }

  /// Leaves the editor, else the lanes.
  ///
  /// @return whether there was anything to leave
  boolean leave() {
    if (!open) {
      return false;
    }
    if (!screen.leaveEditor()) {
      back();
    }
    return true;
  }

  /// Shows the single run again, and lets it go on if it was training.
  void back() {
    if (open) {
      open = false;
      screen.close();
      view.uncover();
      view.requestFocus();
      if (trained) {
        model.train();
      }
    }
  }

  private void take(Experiment experiment) {
    trained = false;
    back();
    model.open(experiment, false);
  }

  /// Called by the pulse.
  void beat() {
    if (open) {
      screen.beat();
    }
  }

  void close() {
    screen.close();
  }
}
