package lab.tinynet.telemetry;

/// A switch that goes on when something has held for a while and off when its opposite has: what
/// flaps switches nothing.
final class Hysteresis {
  private static final long NEVER = -1;

  private final int stepsHeld;
  private boolean on;
  private long above = NEVER;
  private long below = NEVER;
  private long since;

  /// @param stepsHeld how many steps a state must hold before it counts
  Hysteresis(int stepsHeld) {
    this.stepsHeld = stepsHeld;
  }

  /// @param asserts whether the upper threshold is reached
  /// @param denies whether the value is below the lower one
  void see(long step, boolean asserts, boolean denies) {
    above = asserts ? first(above, step) : NEVER;
    below = denies ? first(below, step) : NEVER;
    if (!on && above != NEVER && step - above >= stepsHeld) {
      on = true;
      since = above;
    } else if (on && below != NEVER && step - below >= stepsHeld) {
      on = false;
    }
  }

  private static long first(long already, long step) {
    return already == NEVER ? step : already;
  }

  boolean on() {
    return on;
  }

  /// Since which step what switched it on has held.
  long since() {
    return since;
  }
}
