package lab.tinynet.telemetry;

/// The steps after which the probe set is measured. They are fixed by their number, never by the
/// clock, so that a log doesn't depend on the speed of the machine.
///
/// @param every a fixed distance, or 0 for the usual schedule: every 10 up to 1,000, then every 100
public record ProbeSchedule(int every) {
  public static final ProbeSchedule USUAL = new ProbeSchedule(0);
  private static final int DENSE_UNTIL = 1_000;
  private static final int DENSE = 10;
  private static final int SPARSE = 100;

  /// @param updates number of updates already done; 0 is the initial state, always due
  public boolean due(long updates) {
    if (every > 0) {
      return updates % every == 0;
    }
    // Written out, so that both divisors are constants: this is asked after every step.
    return updates <= DENSE_UNTIL ? updates % DENSE == 0 : updates % SPARSE == 0;
  }
}
