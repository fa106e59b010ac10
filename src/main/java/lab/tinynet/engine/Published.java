package lab.tinynet.engine;

import java.util.concurrent.atomic.AtomicLong;
import lab.tinynet.session.RunState;

/// What the trainer thread has told the others: a state, whose step goes on by itself.
///
/// @param base the state, but for its step
/// @param atEnd whether the step is the length of the log
/// @param position the step, where it is not; counts on while known steps are done again
record Published(RunState base, boolean atEnd, AtomicLong position) {
  static Published at(RunState state, boolean atEnd) {
    return new Published(state, atEnd, new AtomicLong(state.step()));
  }

  RunState state() {
    return base.at(atEnd ? base.log().length() : position.get());
  }
}
