package lab.tinynet.spec;

import java.util.List;

/// A whole experiment. Together with the edits made while it runs it determines every number of its
/// run.
///
/// @param name what people call it; may be empty
/// @param seed the source of all randomness
/// @param network the layers, input side first, at least one
public record Experiment(
    String name,
    long seed,
    DataSpec data,
    List<LayerSpec> network,
    Loss loss,
    Optimizer optimizer,
    BatchSize batch,
    Clip clip,
    Penalty penalty) {
  public static final int FORMAT = 1;

  public Experiment {
    network = List.copyOf(network);
  }

  public Experiment withName(String newName) {
    return new Experiment(newName, seed, data, network, loss, optimizer, batch, clip, penalty);
  }

  public Experiment withSeed(long newSeed) {
    return new Experiment(name, newSeed, data, network, loss, optimizer, batch, clip, penalty);
  }

  public Experiment withData(DataSpec newData) {
    return new Experiment(name, seed, newData, network, loss, optimizer, batch, clip, penalty);
  }

  public Experiment withNetwork(List<LayerSpec> newNetwork) {
    return new Experiment(name, seed, data, newNetwork, loss, optimizer, batch, clip, penalty);
  }

  public Experiment withLoss(Loss newLoss) {
    return new Experiment(name, seed, data, network, newLoss, optimizer, batch, clip, penalty);
  }

  public Experiment withOptimizer(Optimizer newOptimizer) {
    return new Experiment(name, seed, data, network, loss, newOptimizer, batch, clip, penalty);
  }

  public Experiment withBatch(BatchSize newBatch) {
    return new Experiment(name, seed, data, network, loss, optimizer, newBatch, clip, penalty);
  }

  public Experiment withClip(Clip newClip) {
    return new Experiment(name, seed, data, network, loss, optimizer, batch, newClip, penalty);
  }

  public Experiment withPenalty(Penalty newPenalty) {
    return new Experiment(name, seed, data, network, loss, optimizer, batch, clip, newPenalty);
  }
}
