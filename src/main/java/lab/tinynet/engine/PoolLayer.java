package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.telemetry.LayerInfo;

/// Pooling: the largest number, or the mean, of every window of every channel.
///
/// Loops run over the examples innermost, where the memory is contiguous. The gradient of a maximum
/// goes to the first of equal places.
final class PoolLayer implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
  private static final ValueLayout.OfLong BITS = ValueLayout.JAVA_LONG;

  /// What a window becomes.
  enum Kind {
    MAX,
    AVERAGE
  }

  private final LayerInfo info;
  private final Kind kind;
  private final Windows windows;

  PoolLayer(LayerInfo info, Kind kind, Windows windows) {
    this.info = info;
    this.kind = kind;
    this.windows = windows;
  }

  Kind kind() {
    return kind;
  }

  Windows windows() {
    return windows;
  }

  @Override
  public LayerInfo info() {
    return info;
  }

  @Override
  public int parameterOffset() {
    return 0;
  }

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, capacity, training);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;

    /// What is left of an output's gradient when earlier places of the window have had their share.
    private final FlatBuffer rest;

    Pass(Block input, int capacity, boolean training) {
      this.input = input;
      this.output = new Block(capacity, windows.count(), training);
      this.rest = new FlatBuffer(training ? capacity : 0);
    }

    @Override
    public Block output() {
      return output;
    }

    @Override
    public FlatBuffer preActivation() {
      return input.values();
    }

    @Override
    public void forward(int rows, long step) {
      output.prepare(rows);
      MemorySegment x = input.values().memory();
      MemorySegment a = output.values().memory();
      for (int window = 0; window < windows.count(); window++) {
        long first = (long) windows.first(window) * rows;
        long at = (long) window * rows;
        if (kind == Kind.MAX && windows.places() == 4) {
          long below = first + (long) windows.offset(2) * rows;
          max4(x, first, first + rows, below, below + rows, a, at, rows);
          continue;
        }
        MemorySegment.copy(x, first * Double.BYTES, a, at * Double.BYTES, rows * 8L);
        for (int place = 1; place < windows.places(); place++) {
          long from = first + (long) windows.offset(place) * rows;
          switch (kind) {
            case MAX -> max(x, from, a, at, rows);
            case AVERAGE -> add(x, from, 1, a, at, rows);
          }
        }
        if (kind == Kind.AVERAGE) {
          scale(a, at, 1.0 / windows.places(), rows);
        }
      }
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      if (!input.hasGradient()) {
        return;
      }
      input.gradient().fill(0);
      MemorySegment x = input.values().memory();
      MemorySegment a = output.values().memory();
      MemorySegment d = output.gradient().memory();
      MemorySegment into = input.gradient().memory();
      MemorySegment left = rest.memory();
      for (int window = 0; window < windows.count(); window++) {
        long first = (long) windows.first(window) * rows;
        long at = (long) window * rows;
        if (kind == Kind.MAX) {
          MemorySegment.copy(d, at * Double.BYTES, left, 0, rows * 8L);
        }
        for (int place = 0; place < windows.places(); place++) {
          long to = first + (long) windows.offset(place) * rows;
          switch (kind) {
            case MAX -> share(x, to, a, at, left, into, rows);
            case AVERAGE -> add(d, at, 1.0 / windows.places(), into, to, rows);
          }
        }
      }
    }

    @Override
    public void close() {
      output.close();
      rest.close();
    }
  }

  private static void max(MemorySegment x, long from, MemorySegment a, long at, int n) {
    for (int i = 0; i < n; i++) {
      double larger = Math.max(a.getAtIndex(DOUBLE, at + i), x.getAtIndex(DOUBLE, from + i));
      a.setAtIndex(DOUBLE, at + i, larger);
    }
  }

  private static void max4(
      MemorySegment x, long x0, long x1, long x2, long x3, MemorySegment a, long at, int n) {
    for (int i = 0; i < n; i++) {
      double upper = Math.max(x.getAtIndex(DOUBLE, x0 + i), x.getAtIndex(DOUBLE, x1 + i));
      double lower = Math.max(x.getAtIndex(DOUBLE, x2 + i), x.getAtIndex(DOUBLE, x3 + i));
      a.setAtIndex(DOUBLE, at + i, Math.max(upper, lower));
    }
  }

  /// Adds what is left of the gradient where the place is the largest, by the bits of the numbers
  /// and without branches, which would be a coin toss each.
  private static void share(
      MemorySegment x,
      long to,
      MemorySegment a,
      long at,
      MemorySegment left,
      MemorySegment into,
      int n) {
    for (int i = 0; i < n; i++) {
      long apart = x.getAtIndex(BITS, to + i) ^ a.getAtIndex(BITS, at + i);
      long other = (apart | -apart) >> 63;
      long gradient = left.getAtIndex(BITS, i);
      double own = Double.longBitsToDouble(gradient & ~other);
      into.setAtIndex(DOUBLE, to + i, into.getAtIndex(DOUBLE, to + i) + own);
      left.setAtIndex(BITS, i, gradient & other);
    }
  }

  private static void add(
      MemorySegment x, long from, double factor, MemorySegment into, long at, int n) {
    for (int i = 0; i < n; i++) {
      double sum = into.getAtIndex(DOUBLE, at + i) + factor * x.getAtIndex(DOUBLE, from + i);
      into.setAtIndex(DOUBLE, at + i, sum);
    }
  }

  private static void scale(MemorySegment a, long at, double factor, int n) {
    for (int i = 0; i < n; i++) {
      a.setAtIndex(DOUBLE, at + i, factor * a.getAtIndex(DOUBLE, at + i));
    }
  }
}
