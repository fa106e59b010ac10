package lab.tinynet.spec;

/// How many examples one step learns from.
///
/// @param examples the number, or [#FULL] for the whole training set
public record BatchSize(int examples) {
  public static final BatchSize FULL = new BatchSize(0);
  public static final BatchSize DEFAULT = new BatchSize(32);

  public boolean full() {
    return examples == 0;
  }

  /// The largest batch drawn from a training set of `available` examples.
  public int of(int available) {
    return full() ? available : Math.min(examples, available);
  }
}
