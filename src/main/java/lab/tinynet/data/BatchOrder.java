package lab.tinynet.data;

import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.CounterRandom.Purpose;

/// Which training examples each step learns from.
///
/// Batches are drawn without replacement; every epoch has its own order; the last and smaller batch
/// of an epoch is kept. A batch as large as the training set takes it in its natural order, since
/// the mean over all examples does not depend on the order. The order is a pure function of seed
/// and step: any step can be prepared at any time, forwards or backwards. Nothing is allocated
/// after construction. Not for use by several threads at once.
public final class BatchOrder {
  private final long seed;
  private final int examples;
  private final int batch;
  private final long stepsPerEpoch;
  private final int[] order;
  private long shuffledEpoch = -1;
  private int offset;

  /// @param examples size of the training set, ≥ 1
  /// @param batch how many examples a step takes
  public BatchOrder(long seed, int examples, BatchSize batch) {
    this(seed, examples, batch.of(examples));
  }

  /// @param examples size of the training set, ≥ 1
  /// @param batchSize ≥ 1; more than `examples` means all of them
  public BatchOrder(long seed, int examples, int batchSize) {
    if (examples < 1 || batchSize < 1) {
      throw new IllegalArgumentException(examples + " examples in batches of " + batchSize);
    }
    this.seed = seed;
    this.examples = examples;
    this.batch = Math.min(batchSize, examples);
    this.stepsPerEpoch = ((long) examples + this.batch - 1) / this.batch;
    this.order = Permutation.natural(examples);
  }

  /// Makes the batch of a step available in [#indices()] from [#offset()] on.
  ///
  /// @param step number of updates done before, ≥ 0
  /// @return the number of examples in the batch
  public int prepare(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step " + step);
    }
    long epoch = step / stepsPerEpoch;
    if (batch < examples && epoch != shuffledEpoch) {
      Permutation.fill(order, seed, Purpose.SHUFFLE, epoch);
      shuffledEpoch = epoch;
    }
    offset = (int) (step % stepsPerEpoch) * batch;
    return Math.min(batch, examples - offset);
  }

  /// The order of the prepared step's epoch; the array is this object's own and changes with
  /// [#prepare(long)]. Read only.
  public int[] indices() {
    return order;
  }

  /// Where in [#indices()] the prepared batch starts.
  public int offset() {
    return offset;
  }

  /// The size of every batch but perhaps the last of an epoch.
  public int batchSize() {
    return batch;
  }

  public long stepsPerEpoch() {
    return stepsPerEpoch;
  }
}
