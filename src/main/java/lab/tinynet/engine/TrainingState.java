package lab.tinynet.engine;

import java.util.Optional;
import lab.tinynet.spec.Optimizer;

/// What an update changes (parameters, running statistics, the optimiser's memory), with the state
/// before the last update at hand.
///
/// Whatever else a kind of layer or optimiser comes to remember from step to step belongs here: it
/// is taken back after a step that broke, and it is in every [Snapshot].
final class TrainingState implements AutoCloseable {
  private final Network network;
  private final FlatBuffer savedParameters;
  private final FlatBuffer savedStatistics;
  private UpdateRule rule;
  private UpdateRule.Saved savedRule;
  private Optimizer optimizer;

  /// Whether the state before the last update is at hand.
  private boolean saved;

  TrainingState(Network network, Optimizer optimizer) {
    this.network = network;
    this.optimizer = optimizer;
    this.savedParameters = new FlatBuffer(network.parameterCount());
    this.savedStatistics = new FlatBuffer(network.statistics().length());
    this.rule = new UpdateRule(optimizer, network.parameterCount());
    this.savedRule = rule.newSaved();
  }

  UpdateRule rule() {
    return rule;
  }

  /// Goes on with another optimiser; its memory is kept when the kind is the same.
  void use(Optimizer other) {
    if (other.kind().equals(optimizer.kind())) {
      rule.change(other);
    } else {
      rule.close();
      savedRule.close();
      rule = new UpdateRule(other, network.parameterCount());
      savedRule = rule.newSaved();
    }
    optimizer = other;
  }

  /// To be called before every update.
  void keep() {
    savedParameters.copyFrom(network.parameters());
    savedStatistics.copyFrom(network.statistics());
    rule.save(savedRule);
    saved = true;
  }

  /// The parameters before the last update, right after it.
  FlatBuffer parametersBefore() {
    return savedParameters;
  }

  /// Undoes the last update.
  ///
  /// @return whether there was one to undo
  boolean takeBack() {
    boolean was = saved;
    if (saved) {
      network.parameters().copyFrom(savedParameters);
      network.statistics().copyFrom(savedStatistics);
      rule.restore(savedRule);
      saved = false;
    }
    return was;
  }

  /// A copy of the present state.
  Snapshot.State now() {
    return new Snapshot.State(
        network.parameters().toArray(), network.statistics().toArray(), rule.memory());
  }

  /// A copy of the state before the last update.
  Optional<Snapshot.State> before() {
    return saved
        ? Optional.of(
            new Snapshot.State(
                savedParameters.toArray(),
                savedStatistics.toArray(),
                savedRule.memory(optimizer.kind())))
        : Optional.empty();
  }

  /// Takes on the state of a snapshot; the optimiser must be of its kind already.
  void restore(Snapshot snapshot) {
    network.parameters().copyFrom(snapshot.now().parameters());
    network.statistics().copyFrom(snapshot.now().statistics());
    rule.recall(snapshot.now().memory());
    saved = snapshot.before().isPresent();
    if (saved) {
      savedParameters.copyFrom(snapshot.before().get().parameters());
      savedStatistics.copyFrom(snapshot.before().get().statistics());
      savedRule.recall(snapshot.before().get().memory());
    }
  }

  @Override
  public void close() {
    rule.close();
    savedRule.close();
    savedParameters.close();
    savedStatistics.close();
  }
}
