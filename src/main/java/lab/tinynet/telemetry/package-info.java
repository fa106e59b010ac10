/// What training said: the log of a run (statistics of every step, of every probe, and events), the
/// frames that are drawn, and the detectors that read the log.
///
/// Threads: a log is written by the run's trainer thread alone and read by any thread.
package lab.tinynet.telemetry;
