package lab.tinynet.telemetry;

import java.util.List;

/// The complete log of one run: a row for every step, a row for every probe, histograms, events.
///
/// Row i of [#steps] belongs to step i + 1: measured on its batch, before its update. A row of
/// [#probes] says in [Quantity#PROBE_STEP] how many updates had been done.
public final class RunLog {
  /// How many of the newest steps stay exact.
  public static final long EXACT_STEPS = 100_000;

  /// Units up to which the mean output of each is kept.
  public static final int MOST_UNITS = 1_024;

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
      List.of(
          Quantity.DEAD_UNITS,
          Quantity.SATURATED_UNITS,
          Quantity.PRE_ACTIVATION_MEAN,
          Quantity.PRE_ACTIVATION_STD,
          Quantity.DERIVATIVE,
          Quantity.SIGNAL_NORM);

  private final List<LayerInfo> layers;
  private final Ledger steps;
  private final Ledger probes;
  private final HistogramLog histograms;
  private final HistogramLog preActivations;
  private final RowLog unitMeans;
  private final EventLog events;

  public RunLog(List<LayerInfo> layers) {
    this(layers, EXACT_STEPS, EXACT_PROBES);
  }

  /// A log that keeps more, for a run of known length that is written out whole.
  public RunLog(List<LayerInfo> layers, long exactSteps, long exactProbes) {
    this(layers, exactSteps, exactProbes, 0, 0);
  }

  /// A log whose beginning has been left out.
  ///
  /// @param firstStep how many steps have been left out
  /// @param firstProbe how many probes have been left out
  public RunLog(
      List<LayerInfo> layers, long exactSteps, long exactProbes, long firstStep, long firstProbe) {
    this(
        layers,
        new Ledger(
            STEP_SINGLE.size() + STEP_PER_LAYER.size() * layers.size(), exactSteps, firstStep),
        new Ledger(
            PROBE_SINGLE.size() + PROBE_PER_LAYER.size() * layers.size(), exactProbes, firstProbe),
        new HistogramLog(layers.size(), firstProbe),
        new HistogramLog(layers.size(), firstProbe),
        new RowLog(units(layers) <= MOST_UNITS ? units(layers) : 0, firstProbe),
        new EventLog());
  }

  private RunLog(
      List<LayerInfo> layers,
      Ledger steps,
      Ledger probes,
      HistogramLog histograms,
      HistogramLog preActivations,
      RowLog unitMeans,
      EventLog events) {
    this.layers = List.copyOf(layers);
    this.steps = steps;
    this.probes = probes;
    this.histograms = histograms;
    this.preActivations = preActivations;
    this.unitMeans = unitMeans;
    this.events = events;
  }

  /// A log with the first steps of this one, that can be appended to in its own way. What is exact
  /// here is exact there. Writer thread only.
  ///
  /// @param step number of steps
  /// @param probeCount how many probes had been made by then
  /// @param edits whether the changes made at that very step are in it
  public RunLog continuedFrom(long step, long probeCount, boolean edits) {
    return new RunLog(
        layers,
        steps.continuedFrom(step),
        probes.continuedFrom(probeCount),
        histograms.continuedFrom(step, probeCount),
        preActivations.continuedFrom(step, probeCount),
        unitMeans.continuedFrom(step, probeCount),
        events.continuedFrom(step, edits));
  }

  /// This log as it was after a step: a view, for any thread that reads, that is not appended to.
  public RunLog until(long step) {
    long probeCount = probesUntil(step);
    return new RunLog(
        layers,
        steps.until(step),
        probes.until(probeCount),
        histograms.until(step, probeCount),
        preActivations.until(step, probeCount),
        unitMeans.until(step, probeCount),
        events.continuedFrom(step, true));
  }

  /// How many probes had been made when so many steps were done; counted among those that are still
  /// exact, all of which may be younger.
  public long probesUntil(long step) {
    long low = probes.exactFrom();
    long high = probes.length();
    double[] one = new double[1];
    while (low < high) {
      long middle = (low + high) >>> 1;
      // A row that went while we looked is older than any that counts.
      boolean exact = probes.copy(column(Quantity.PROBE_STEP), middle, 1, one);
      if (!exact || one[0] <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  /// How the outputs of each layer are distributed over the probe set.
  public HistogramLog histograms() {
    return histograms;
  }

  /// How the pre-activations of each layer are distributed over the probe set, in the same rows; of
  /// a normalisation, what it reads. For layers without, the moments are NaN and the counts 0.
  public HistogramLog preActivations() {
    return preActivations;
  }

  /// Mean output of every unit over the probe set, in the same rows: those of the first layer, then
  /// those of the second … Rows are empty for a network of more than [#MOST_UNITS] units.
  public RowLog unitMeans() {
    return unitMeans;
  }

  /// The place of a unit in a row of [#unitMeans].
  public int unitColumn(int layer, int unit) {
    return units(layers.subList(0, layer)) + unit;
  }

  private static int units(List<LayerInfo> layers) {
    return layers.stream().mapToInt(LayerInfo::units).sum();
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
