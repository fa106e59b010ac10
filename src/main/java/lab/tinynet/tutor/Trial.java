package lab.tinynet.tutor;

import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.telemetry.DyingDetector;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.tutor.answer.Move.Outcome;

/// A remedy being tried: the run that is expected, and when it can be compared.
///
/// @param before the experiment that the question was about
/// @param expected the same with the remedy
/// @param until the step at which both runs are compared
record Trial(Experiment before, Experiment expected, long until) {
  private static final long LOOK_AHEAD = 400;

  /// The step at which a new run can be compared with the old: late enough that the old one had
  /// long settled into what the question says of it, early enough not to be waited for.
  static long until(Situation situation) {
    return Math.min(situation.step(), situation.since() + LOOK_AHEAD);
  }

  /// What the run shows; empty while it is too early to say.
  Optional<Outcome> outcome(Situation situation, Experiment running, RunLog log) {
    if (same(running, before) && !same(before, expected)) {
      return Optional.empty();
    }
    if (!same(running, expected)) {
      return Optional.of(new Outcome.Abandoned());
    }
    Optional<Outcome> broke =
        log.events().since(0).stream()
            .filter(event -> event instanceof Event.Diverged && event.step() < until)
            .findFirst()
            .map(event -> new Outcome.Broke(event.step()));
    if (broke.isPresent()) {
      return broke;
    }
    long probes = log.probes().length();
    boolean counted = log.layers().get(situation.layer()).rectifier();
    if (!counted) {
      return probes > 0 && log.length() >= until
          ? Optional.of(new Outcome.NotCounted(situation.dead()))
          : Optional.empty();
    }
    return DyingDetector.countAt(log, situation.layer(), until)
        .map(count -> new Outcome.Counted(situation.dead(), count.dead(), situation.units()));
  }

  private static boolean same(Experiment one, Experiment other) {
    return one.withName("").equals(other.withName(""));
  }
}
