package lab.tinynet.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.SessionText;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.action.Overlay;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.results.ResultStore;
import lab.tinynet.ui.results.ResultsSheet;
import lab.tinynet.ui.results.RunRecorder;
import lab.tinynet.ui.results.RunResult;
import lab.tinynet.ui.view.Toast;

/// What earlier runs came to: recorded when a run ends, shown in a table, taken up again from
/// there.
final class EarlierRuns {
  private final LabModel model;
  private final I18n i18n;
  private final Toast toast;
  private final ResultStore store;
  private final RunRecorder recorder;
  private final ResultsSheet sheet;
  private final Runnable before;

  /// @param before is done before a run is taken up again
  EarlierRuns(
      Path file, List<Preset> presets, LabModel model, I18n i18n, Toast toast, Runnable before) {
    this.model = model;
    this.i18n = i18n;
    this.toast = toast;
    this.before = before;
    store = new ResultStore(file, presets, Clock.systemUTC());
    recorder = new RunRecorder(store);
    sheet = new ResultsSheet(store, presets, i18n, toast, this::reopen);
    store.open(
        new ResultStore.Listener() {
          @Override
          public void results(List<RunResult> results) {
            FxThread.run(() -> sheet.show(results));
          }

          @Override
          public void trouble(ResultStore.Trouble trouble, String detail) {
            FxThread.run(() -> toast.say(i18n.bound(trouble.key(), "detail", detail), true));
          }
        });
  }

  Overlay overlay() {
    return sheet.overlay();
  }

  /// Shows the table, with what the present run has come to.
  ///
  /// @param size of body text, in pixels
  void show(double size) {
    recorder.record();
    sheet.open(size);
  }

  /// Records the present run as it stands.
  void record() {
    recorder.record();
  }

  /// Records another run, one of those side by side.
  void record(RunState run) {
    recorder.record(run);
  }

  /// Called by the pulse.
  void beat() {
    recorder.look(model.state());
  }

  private void reopen(RunResult result) {
    Optional<SavedSession> saved = Optional.empty();
    try {
      saved = result.session().map(SessionText::read);
    } catch (InvalidInput e) {
      toast.say(i18n.languageProperty().map(_ -> i18n.sentence(e.problem())), true);
      return;
    }
    if (saved.isEmpty()) {
      toast.say(i18n.bound("ui.results.closed"), true);
      return;
    }
    before.run();
    model.submit(new Command.Restore(saved.get()));
  }

  /// Writes what is still to be written; may take a moment.
  void close() {
    store.close();
  }
}
