package lab.tinynet.telemetry;

/// The series of a run's log.
public enum Quantity {
  /// Data loss of the batch before its update, without the penalty. Per step.
  LOSS(Table.STEP, false),
  /// Learning rate η of the step, by its schedule. Per step.
  RATE(Table.STEP, false),
  /// L2 norm of ∂(mean batch loss + penalty)/∂(the layer's parameters), before clipping. Per step
  /// and layer.
  RAW_NORM(Table.STEP, true),
  /// The same after clipping. Per step and layer.
  APPLIED_NORM(Table.STEP, true),
  /// ‖update‖₂ / ‖parameters before it‖₂ of the layer. Per step and layer.
  UPDATE_RATIO(Table.STEP, true),
  /// Rectifier units whose output is exactly 0 for every example of the batch. Per step and layer.
  SILENT_UNITS(Table.STEP, true),
  /// Number of updates done when the probe was taken. Per probe.
  PROBE_STEP(Table.PROBE, false),
  /// Loss on the probe set, in evaluation mode. Per probe.
  TRAIN_LOSS(Table.PROBE, false),
  /// Fraction of the probe set classified rightly; NaN for a regression. Per probe.
  TRAIN_ACCURACY(Table.PROBE, false),
  /// Loss on the test set; NaN without one. Per probe.
  TEST_LOSS(Table.PROBE, false),
  /// Fraction of the test set classified rightly; NaN without one or for a regression. Per probe.
  TEST_ACCURACY(Table.PROBE, false),
  /// Rectifier units whose output is exactly 0 for every example of the probe set. Per probe and
  /// layer.
  DEAD_UNITS(Table.PROBE, true),
  /// Sigmoid or tanh units with |f′(z)| below 5 % of its maximum for at least 95 % of the probe
  /// set. Per probe and layer; 0 for other activations.
  SATURATED_UNITS(Table.PROBE, true),
  /// Mean of the layer's pre-activations over a sample of the probe set; of a normalisation, of
  /// what it reads. NaN for layers without. Per probe and layer.
  PRE_ACTIVATION_MEAN(Table.PROBE, true),
  /// Their standard deviation. Per probe and layer.
  PRE_ACTIVATION_STD(Table.PROBE, true),
  /// Mean of |f′(z)| over the same sample: the factor by which the activation scales what comes
  /// back through it. NaN for layers without an activation, and for softmax, which is not
  /// element-wise. Per probe and layer.
  DERIVATIVE(Table.PROBE, true),
  /// L2 norm of ∂(mean batch loss)/∂(the layer's output), on the batch of the last step before the
  /// probe; of the last layer under bce and cross-entropy, ∂/∂(its pre-activation). NaN at step 0
  /// and where a probe was made out of turn. Per probe and layer.
  SIGNAL_NORM(Table.PROBE, true);

  /// Which of the log's two ledgers a series stands in.
  public enum Table {
    STEP,
    PROBE
  }

  private final Table table;
  private final boolean perLayer;

  Quantity(Table table, boolean perLayer) {
    this.table = table;
    this.perLayer = perLayer;
  }

  public Table table() {
    return table;
  }

  public boolean perLayer() {
    return perLayer;
  }
}
