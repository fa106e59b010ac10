package lab.tinynet.engine.oracle;

import lab.tinynet.spec.Schedule;

/// The schedules as their definitions say.
final class OracleSchedule {
  private OracleSchedule() {}

  /// @param done steps done before
  static double factor(Schedule schedule, long done) {
    return switch (schedule) {
      case Schedule.Constant() -> 1;
      case Schedule.Staircase(long every, double factor) ->
          Math.pow(factor, Math.floor((double) done / every));
      case Schedule.Cosine(long steps, double to) ->
          to + (1 - to) * (1 + Math.cos(Math.PI * Math.min(1, (double) done / steps))) / 2;
      case Schedule.Warmup(long steps) -> Math.min(1, (done + 1.0) / steps);
    };
  }
}
