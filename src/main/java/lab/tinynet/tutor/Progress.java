package lab.tinynet.tutor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How far a conversation has come.
///
/// @param attempts answers that stated something
/// @param hints hints given
/// @param met ids of the ideas stated so far
/// @param asked ids of the ideas that the last question asked for: a short answer to it counts
/// @param offered ids of the remedies to try
/// @param tried id of the remedy tried last, or an empty string
record Progress(
    Conversation.Phase phase,
    int attempts,
    int hints,
    List<String> met,
    List<String> asked,
    List<String> offered,
    String tried) {
  static final Progress START =
      new Progress(Conversation.Phase.ASKING, 0, 0, List.of(), List.of(), List.of(), "");

  Progress {
    met = List.copyOf(met);
    asked = List.copyOf(asked);
    offered = List.copyOf(offered);
  }

  Progress in(Conversation.Phase next) {
    return new Progress(next, attempts, hints, met, asked, offered, tried);
  }

  Progress withAttempt(List<String> more) {
    Set<String> all = new LinkedHashSet<>(met);
    all.addAll(more);
    return new Progress(phase, attempts + 1, hints, List.copyOf(all), asked, offered, tried);
  }

  Progress without(List<String> denied) {
    return new Progress(
        phase,
        attempts,
        hints,
        met.stream().filter(id -> !denied.contains(id)).toList(),
        asked,
        offered,
        tried);
  }

  Progress withHint() {
    return new Progress(phase, attempts, hints + 1, met, asked, offered, tried);
  }

  Progress asking(List<String> ids) {
    return new Progress(phase, attempts, hints, met, ids, offered, tried);
  }

  Progress offering(List<String> remedies) {
    return new Progress(phase, attempts, hints, met, asked, remedies, tried);
  }

  Progress trying(String remedy) {
    return new Progress(phase, attempts, hints, met, asked, offered, remedy);
  }
}
