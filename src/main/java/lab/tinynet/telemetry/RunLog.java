package lab.tinynet.telemetry;

import java.util.List;

/// The complete log of one run: a row for every step, a row for every probe, histograms, events.
///
/// Row i of [#steps] belongs to step i + 1: measured on its batch, before its update. A row of
/// [#probes] says in [Quantity#PROBE_STEP] how many updates had been done.
public final class RunLog {
  /// How many of the newest steps stay exact.
  public static final long EXACT_STEPS = 100_000;

  private static final long EXACT_PROBES = 8_192;
  private static final List<Quantity> STEP_SINGLE = List.of(Quantity.LOSS, Quantity.RATE);
  private static final List<Quantity> STEP_PER_LAYER =
      List.of(
          Quantity.RAW_NORM, Quantity.APPLIED_NORM, Quantity.UPDATE_RATIO, Quantity.SILENT_UNITS);
  private static final List<Quantity> PROBE_SINGLE =
      List.of(
          Quantity.PROBE_STEP,
          Quantity.TRAIN_LOSS,
          Quantity.TRAIN_ACCURACY,
          Quantity.TEST_LOSS,
          Quantity.TEST_ACCURACY);

  private static final List<Quantity> PROBE_PER_LAYER =
      List.of(Quantity.DEAD_UNITS, Quantity.SATURATED_UNITS);

  private final List<LayerInfo> layers;
  private final Ledger steps;
  private final Ledger probes;
  private final HistogramLog histograms;
  private final EventLog events = new EventLog();

  public RunLog(List<LayerInfo> layers) {
    this(layers, EXACT_STEPS, EXACT_PROBES);
  }

  /// A log that keeps more, for a run of known length that is written out whole.
  public RunLog(List<LayerInfo> layers, long exactSteps, long exactProbes) {
    this.layers = List.copyOf(layers);
    this.steps = new Ledger(STEP_SINGLE.size() + STEP_PER_LAYER.size() * layers.size(), exactSteps);
    this.probes =
        new Ledger(PROBE_SINGLE.size() + PROBE_PER_LAYER.size() * layers.size(), exactProbes);
    this.histograms = new HistogramLog(layers.size());
  }

  public List<LayerInfo> layers() {
    return layers;
  }

  /// Number of steps in the log.
  public long length() {
    return steps.length();
  }

  public Ledger steps() {
    return steps;
  }

  public Ledger probes() {
    return probes;
  }

  public HistogramLog histograms() {
    return histograms;
  }

  public EventLog events() {
    return events;
  }

  /// The ledger in which a quantity stands.
  public Ledger ledger(Quantity quantity) {
    return quantity.table() == Quantity.Table.STEP ? steps : probes;
  }

  /// The column of a quantity that is not per layer.
  public int column(Quantity quantity) {
    return column(quantity, 0);
  }

  /// The column of a quantity in its ledger.
  ///
  /// @param layer index of the layer; ignored for quantities of the whole network
  public int column(Quantity quantity, int layer) {
    if (STEP_SINGLE.contains(quantity)) {
      return STEP_SINGLE.indexOf(quantity);
    }
    if (PROBE_SINGLE.contains(quantity)) {
      return PROBE_SINGLE.indexOf(quantity);
    }
    if (quantity.table() == Quantity.Table.PROBE) {
      return PROBE_SINGLE.size()
          + layer * PROBE_PER_LAYER.size()
          + PROBE_PER_LAYER.indexOf(quantity);
    }
    return STEP_SINGLE.size() + layer * STEP_PER_LAYER.size() + STEP_PER_LAYER.indexOf(quantity);
  }
}
