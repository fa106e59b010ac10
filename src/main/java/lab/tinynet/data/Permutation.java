package lab.tinynet.data;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;

/// Random orders as pure functions of seed, purpose and step (Fisher and Yates's shuffle in
/// Durstenfeld's form; Knuth, *The Art of Computer Programming* 2, algorithm P).
final class Permutation {
  private Permutation() {}

  /// Fills `order` with 0 … length − 1 in random order. Allocates nothing.
  static void fill(int[] order, long seed, Purpose purpose, long step) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = CounterRandom.below(i + 1, seed, purpose, step, i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  static int[] of(int length, long seed, Purpose purpose, long step) {
    int[] order = new int[length];
    fill(order, seed, purpose, step);
    return order;
  }

  static int[] natural(int length) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      order[i] = i;
    }
    return order;
  }
}
