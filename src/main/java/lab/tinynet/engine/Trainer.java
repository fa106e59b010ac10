package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.tinynet.data.BatchOrder;
import lab.tinynet.data.DataFiles;
import lab.tinynet.data.Dataset;
import lab.tinynet.data.Datasets;
import lab.tinynet.session.Examples;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Trains one experiment, step by step, and logs what happens. Belongs to one thread.
///
/// The order within a step: batch → forward → loss → backward → penalty → raw norm → clip → applied
/// norm → optimiser. A step whose loss, gradient or parameters are not finite is logged and
/// counted, but changes no parameter: the network keeps the last finite ones, and training may go
/// on with other settings, see [#change].
public final class Trainer implements AutoCloseable {
  /// How much is measured.
  public enum Measuring {
    /// Everything the charts show.
    ALL,
    /// Nothing but what a divergence is told by; for measuring what measuring costs.
    NOTHING
  }

  /// A gradient, rate or parameter above this may overflow in an update, after which all are looked
  /// at.
  private static final double SUSPICIOUS = 1e100;

  private final Dataset data;
  private final ProbeSchedule schedule;
  private final boolean measuring;
  private final Network network;
  private final Pass pass;
  private final Probe probe;
  private final BatchOrder order;
  private final GradientClip clip;
  private final DivergenceSearch search;
  private final StepRow row;
  private final int[] rectifiers;
  private final ZeroUnits[] silent;
  private final double[] rawNorms;
  private final double[] appliedNorms;
  private final TrainingState state;
  private final int[] learning;
  private RunLog log;
  private Experiment experiment;
  private FrameMaker frames;
  private Optional<Divergence> divergence = Optional.empty();
  private double largestParameterNorm;

  private double loss;

  /// η of the last step.
  private double rate;

  private long step;

  /// How many changes have been made.
  private int changes;

  /// Whether it is kept up which units are dead while the log has the steps already.
  private boolean followDead = true;

  /// Builds network and data with the experiment's initial weights; measures the initial state.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if the experiment's data files have not been read yet
  ///     and cannot be, or do not go with the network
  public static Trainer of(Experiment experiment) {
    return of(experiment, Options.USUAL);
  }

  public static Trainer of(Experiment experiment, Options options) {
    NumericLibrary.load();
    Experiment loaded = DataFiles.loaded(experiment);
    Trainer trainer = new Trainer(loaded, Datasets.of(loaded), options, 0, 0);
    if (trainer.measuring) {
      trainer.probe.measure(0, trainer.pass);
    }
    return trainer;
  }

  /// Goes on from a snapshot of the same run: what is logged from there on is the same to the last
  /// bit as if it had gone straight on. The log begins at the snapshot.
  ///
  /// @param experiment as it stood at the snapshot, with the changes made until then
  static Trainer resumed(Experiment experiment, Snapshot snapshot, Options options) {
    NumericLibrary.load();
    Experiment loaded = DataFiles.loaded(experiment);
    Trainer trainer =
        new Trainer(loaded, Datasets.of(loaded), options, snapshot.step(), snapshot.probes());
    trainer.restore(loaded, snapshot);
    return trainer;
  }

  /// What may be chosen beside the experiment.
  ///
  /// @param weights initial weights in place of the drawn ones
  /// @param exactSteps how many of the newest steps the log keeps exactly
  /// @param schedule when the probe set is measured
  public record Options(
      Optional<Weights> weights, long exactSteps, ProbeSchedule schedule, Measuring measuring) {
    public static final Options USUAL =
        new Options(Optional.empty(), RunLog.EXACT_STEPS, ProbeSchedule.USUAL, Measuring.ALL);

    public Options withWeights(Weights initial) {
      return new Options(Optional.of(initial), exactSteps, schedule, measuring);
    }

    public Options withExactSteps(long steps) {
      return new Options(weights, steps, schedule, measuring);
    }

    public Options withSchedule(ProbeSchedule other) {
      return new Options(weights, exactSteps, other, measuring);
    }

    public Options withMeasuring(Measuring other) {
      return new Options(weights, exactSteps, schedule, other);
    }
  }

  private Trainer(
      Experiment experiment, Dataset data, Options options, long firstStep, long firstProbe) {
    this.experiment = experiment;
    this.data = data;
    this.schedule = options.schedule();
    this.measuring = options.measuring() == Measuring.ALL;
    this.order = new BatchOrder(experiment.seed(), data.trainCount(), experiment.batch());
    this.network = new Network(experiment, shapeOf(data));
    Initialization.apply(network, experiment.seed());
    options.weights().ifPresent(weights -> WeightsTransfer.write(weights, network));
    this.pass = new Pass(network, data.outputs(), order.batchSize(), true);
    this.clip = new GradientClip(network);
    this.state = new TrainingState(network, experiment.optimizer());
    this.learning = layersWhere(LayerInfo::parameters);
    this.search = new DivergenceSearch(network, pass);
    long exactProbes =
        options.schedule().every() > 0
            ? options.exactSteps() / options.schedule().every()
            : options.exactSteps() / 100 + 100;
    this.log =
        new RunLog(
            network.infos(),
            options.exactSteps(),
            Math.max(8_192, exactProbes),
            firstStep,
            firstProbe);
    this.row = new StepRow(log);
    this.rectifiers = layersWhere(LayerInfo::rectifier);
    this.silent =
        IntStream.of(rectifiers)
            .mapToObj(l -> new ZeroUnits(pass.layer(l).output(), network.infos().get(l)))
            .toArray(ZeroUnits[]::new);
    this.rawNorms = new double[network.layers().size()];
    this.appliedNorms = new double[network.layers().size()];
    this.largestParameterNorm =
        Norms.l2(network.parameters().memory(), 0, network.parameterCount());
    this.probe = new Probe(network, experiment.loss(), data, experiment.seed(), log);
  }

  private static OutputShape shapeOf(Dataset data) {
    return data.shape().map(OutputShape::of).orElseGet(() -> OutputShape.row(data.inputs()));
  }

  private int[] layersWhere(Predicate<LayerInfo> holds) {
    return IntStream.range(0, network.infos().size())
        .filter(l -> holds.test(network.infos().get(l)))
        .toArray();
  }

  /// Does one step.
  ///
  /// @return whether the parameters were updated; false for a step that was not finite, see
  ///     [#divergence]
  public boolean step() {
    int rows = order.prepare(step);
    rate = experiment.optimizer().rateAt(step);
    pass.prepare(rows);
    pass.atStep(step);
    Columns.gather(
        pass.input().values(), data.trainX(), order.indices(), order.offset(), rows, data.inputs());
    Columns.gather(
        pass.targets(), data.trainY(), order.indices(), order.offset(), rows, data.outputs());
    pass.forward();
    loss = pass.loss(experiment.loss());
    pass.watchSignals(measuring && schedule.due(step + 1));
    pass.backward(experiment.loss());
    addPenalty();
    boolean finiteGradients = measureRawNorms();
    boolean finite = finiteGradients && Double.isFinite(loss);
    boolean updated = finite && clipAndUpdate();
    if (finite && updated) {
      divergence = Optional.empty();
    } else {
      divergence = Optional.of(search.firstCause(step + 1, loss, finite));
      if (step >= log.length()) {
        log.events().append(new Event.Diverged(step + 1, divergence.get()));
      }
    }
    step++;
    probe.stale();
    if (measuring && step > log.length()) {
      record(rows, updated);
    } else if (followDead && measuring && updated && schedule.due(step)) {
      probe.refresh();
    }
    return updated;
  }

  private void addPenalty() {
    double l1 = experiment.penalty().l1();
    double l2 = experiment.penalty().l2();
    if (l1 != 0 || l2 != 0) {
      for (Layer layer : network.layers()) {
        layer.addPenalty(l1, l2);
      }
    }
  }

  /// @return whether all gradients are finite
  private boolean measureRawNorms() {
    MemorySegment gradients = network.gradients().memory();
    boolean finite = true;
    for (int l : learning) {
      Layer layer = network.layers().get(l);
      rawNorms[l] = Norms.l2(gradients, layer.parameterOffset(), layer.parameterCount());
      if (!Double.isFinite(rawNorms[l])) {
        finite &= Norms.allFinite(gradients, layer.parameterOffset(), layer.parameterCount());
      }
    }
    return finite;
  }

  /// @return whether the updated parameters are finite; if not, those before are back
  private boolean clipAndUpdate() {
    boolean suspicious = suspicious();
    state.keep();
    clip.apply(experiment.clip(), rawNorms, appliedNorms);
    MemorySegment parameters = network.parameters().memory();
    MemorySegment gradients = network.gradients().memory();
    UpdateRule rule = state.rule();
    rule.beginStep(rate);
    double largest = 0;
    for (int l : learning) {
      Layer layer = network.layers().get(l);
      int offset = layer.parameterOffset();
      int count = layer.parameterCount();
      rule.apply(parameters, gradients, offset, count);
      double before =
          suspicious
              ? Norms.l2(state.parametersBefore().memory(), offset, count)
              : Math.sqrt(rule.parameterSquares());
      row.setUpdateRatio(
          l, rule.updateNorm(state.parametersBefore().memory(), gradients, offset, count) / before);
      largest = Math.max(largest, before);
    }
    largestParameterNorm = largest;
    if (suspicious && !Norms.allFinite(parameters, 0, network.parameterCount())) {
      search.noteBrokenParameters();
      takeBack();
      return false;
    }
    pass.updateStatistics();
    return true;
  }

  /// Undoes the last update, if it is at hand.
  private void takeBack() {
    if (state.takeBack()) {
      largestParameterNorm = Norms.l2(network.parameters().memory(), 0, network.parameterCount());
      probe.stale();
    }
  }

  private boolean suspicious() {
    boolean large = !(largestParameterNorm < SUSPICIOUS) || !(rate < SUSPICIOUS);
    for (double norm : rawNorms) {
      large |= !(norm < SUSPICIOUS);
    }
    return large;
  }

  private void record(int rows, boolean updated) {
    row.setLoss(loss);
    row.setRate(rate);
    for (int l : learning) {
      row.setNorms(l, rawNorms[l], updated ? appliedNorms[l] : Double.NaN);
      if (!updated) {
        row.setUpdateRatio(l, Double.NaN);
      }
    }
    for (int r = 0; r < silent.length; r++) {
      row.setSilent(rectifiers[r], silent[r].count(rows));
    }
    row.appendTo(log);
    if (updated && schedule.due(step)) {
      probe.measure(step, pass);
    }
  }

  /// Measures the probe set in the present state, if the schedule has not just done so.
  public void measureNow() {
    long updates = divergence.isPresent() ? step - 1 : step;
    long probes = log.probes().length();
    int column = log.column(Quantity.PROBE_STEP);
    if (probes == 0 || log.probes().get(probes - 1, column) < updates) {
      pass.watchSignals(false);
      probe.measure(updates, pass);
    }
  }

  /// Goes on with changed settings. Optimiser, clip and penalty may differ; the optimiser's memory
  /// is kept when its kind is the same. Each changed field is logged as an event.
  ///
  /// After a forward or backward pass that broke, the update that led there is taken back: from
  /// parameters whose loss overflows no setting could go on.
  public void change(Experiment changed) {
    change(new StampedEdit(step, changed), true);
  }

  /// @param fresh whether the log does not have this change yet
  void change(StampedEdit edit, boolean fresh) {
    if (divergence.isPresent()) {
      takeBack();
    }
    if (fresh) {
      Changes.between(experiment, edit.experiment(), step).forEach(log.events()::append);
    }
    state.use(edit.experiment().optimizer());
    experiment = edit.experiment();
    if (!edit.weights().isEmpty()) {
      set(edit.weights(), fresh);
    }
    divergence = Optional.empty();
    changes++;
  }

  /// Sets parameters; the optimiser's memory of them stays.
  private void set(List<WeightEdit> edits, boolean fresh) {
    Weights now = weights();
    for (WeightEdit edit : edits) {
      if (fresh) {
        log.events().append(Changes.of(edit, now, step));
      }
      now = edit.in(now);
    }
    WeightsTransfer.write(now, network);
    largestParameterNorm = Norms.l2(network.parameters().memory(), 0, network.parameterCount());
    probe.stale();
  }

  /// The whole state, to go back to or to go on from; a copy.
  Snapshot snapshot() {
    return new Snapshot(
        step,
        changes,
        log.probesUntil(step),
        state.now(),
        state.before(),
        loss,
        largestParameterNorm,
        divergence,
        probe.dead());
  }

  /// Takes on a state of this run, earlier or later than the present one. Steps that the log has
  /// already are not logged again.
  ///
  /// @param then the experiment as it stood at the snapshot
  void restore(Experiment then, Snapshot snapshot) {
    state.use(then.optimizer());
    experiment = then;
    state.restore(snapshot);
    loss = snapshot.loss();
    largestParameterNorm = snapshot.largestParameterNorm();
    divergence = snapshot.divergence();
    probe.recall(snapshot.dead());
    step = snapshot.step();
    changes = snapshot.changes();
  }

  /// Writes into another log from now on, which has this run's first steps: as many as are done, or
  /// more.
  void writeTo(RunLog other) {
    log = other;
    probe.writeTo(other);
  }

  /// Whether it is kept up which units are dead while steps are done that the log has already. A
  /// run that goes on from there needs it; going quickly to a step does not, until the last probe.
  void followDeadUnits(boolean follow) {
    followDead = follow;
  }

  /// How many changes have been made, see [#change].
  int changes() {
    return changes;
  }

  public Experiment experiment() {
    return experiment;
  }

  public Dataset data() {
    return data;
  }

  /// A copy of the examples, for drawing.
  public Examples examples() {
    return new Examples(
        Matrix.of(data.trainCount(), data.inputs(), data.trainX()),
        Matrix.of(data.trainCount(), data.outputs(), data.trainY()),
        Matrix.of(data.testCount(), data.inputs(), data.testX()),
        Matrix.of(data.testCount(), data.outputs(), data.testY()));
  }

  /// Number of steps done, those that broke included.
  public long stepsDone() {
    return step;
  }

  /// Why the last step broke, if it did.
  public Optional<Divergence> divergence() {
    return divergence;
  }

  /// Loss of the last step's batch, before its update.
  public double loss() {
    return loss;
  }

  public RunLog log() {
    return log;
  }

  /// A copy of the parameters.
  public Weights weights() {
    return WeightsTransfer.read(network.parameters(), network);
  }

  /// Whether a unit puts out 0 for the whole probe set in the present state.
  boolean dead(int layer, int unit) {
    return probe.deadNow(layer)[unit];
  }

  /// A copy of all parameters, in the order of memory.
  double[] parameters() {
    double[] copy = new double[network.parameterCount()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = network.parameters().get(i);
    }
    return copy;
  }

  /// Moves one parameter by one unit in its last place, away from 0 or towards it.
  void nudge(int index, boolean away) {
    double value = network.parameters().get(index);
    boolean up = away == value >= 0;
    network.parameters().set(index, up ? Math.nextUp(value) : Math.nextDown(value));
    probe.stale();
  }

  /// A copy of the gradients that the last step used (after penalty and clipping).
  public Weights gradients() {
    return WeightsTransfer.read(network.gradients(), network);
  }

  /// A picture of the network as it is now.
  ///
  /// @param resolution side of the maps, in cells
  public Frame frame(int resolution) {
    return frame(FrameWish.maps(resolution));
  }

  /// A picture of the network as it is now, with what is wished for.
  public Frame frame(FrameWish wish) {
    if (frames == null || frames.resolution() != wish.resolution()) {
      if (frames != null) {
        frames.close();
      }
      frames = new FrameMaker(network, data, wish.resolution());
    }
    return frames.make(step, probe, wish);
  }

  /// Largest pre-activation of a unit on the probe set in the present state.
  double highestPreActivation(int layer, int unit) {
    return UnitStatistics.highest(probe.evaluated(), network, layer, unit);
  }

  /// The parameters of one unit.
  KillingUpdate.Parameters parametersOf(int layer, int unit) {
    return switch (network.layers().get(layer)) {
      case DenseLayer dense -> dense.weights().of(unit, network.parameters());
      case ConvLayer conv -> conv.weights().of(unit, network.parameters());
      default -> new KillingUpdate.Parameters(new double[0], OptionalDouble.empty());
    };
  }

  @Override
  public void close() {
    if (frames != null) {
      frames.close();
    }
    probe.close();
    pass.close();
    state.close();
    network.close();
  }
}
