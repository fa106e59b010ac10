package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Event;

/// What differs between two experiments in the fields that may change while training.
final class Changes {
  private Changes() {}

  static List<Event.Edited> between(Experiment before, Experiment after, long step) {
    List<Event.Edited> edits = new ArrayList<>();
    Optimizer was = before.optimizer();
    Optimizer is = after.optimizer();
    note(edits, step, "optimizer.kind", was.kind(), is.kind());
    note(edits, step, "optimizer.rate", was.rate(), is.rate());
    note(edits, step, "optimizer.schedule", was.schedule(), is.schedule());
    Optimizer retimed = was.withRate(is.rate()).withSchedule(is.schedule());
    if (was.kind().equals(is.kind()) && !retimed.equals(is)) {
      note(edits, step, "optimizer", was, is);
    }
    note(edits, step, "clip", text(before.clip()), text(after.clip()));
    note(edits, step, "penalty.l1", before.penalty().l1(), after.penalty().l1());
    note(edits, step, "penalty.l2", before.penalty().l2(), after.penalty().l2());
    return edits;
  }

  /// A parameter set by hand.
  ///
  /// @param before the parameters as they were
  static Event.Edited of(WeightEdit edit, Weights before, long step) {
    return new Event.Edited(
        step, edit.path(), String.valueOf(edit.valueIn(before)), String.valueOf(edit.value()));
  }

  private static String text(Clip clip) {
    return clip.kind() == Clip.Kind.NONE
        ? clip.kind().json()
        : clip.kind().json() + " " + clip.limit();
  }

  private static void note(
      List<Event.Edited> edits, long step, String path, Object before, Object after) {
    if (!before.equals(after)) {
      edits.add(new Event.Edited(step, path, before.toString(), after.toString()));
    }
  }
}
