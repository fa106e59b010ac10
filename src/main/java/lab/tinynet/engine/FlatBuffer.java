package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// A run of doubles in an ND4J array: the same memory as a segment for fused loops and as pointers
/// for BLAS. Starts as zeros.
///
/// The array is held as long as this object lives, because neither segment nor pointer keeps it
/// alive. Owners close their buffers on the thread that used them.
final class FlatBuffer implements AutoCloseable {
  private final INDArray owner;
  private final MemorySegment memory;
  private final long length;

  FlatBuffer(long length) {
    this.length = length;
    this.owner = Nd4j.create(DataType.DOUBLE, Math.max(1, length));
    this.memory = segmentOf(owner.data().address(), Math.max(1, length));
    memory.fill((byte) 0);
  }

  /// The one place that turns an address into memory.
  @SuppressWarnings("restricted")
  private static MemorySegment segmentOf(long address, long length) {
    return MemorySegment.ofAddress(address).reinterpret(length * Double.BYTES);
  }

  MemorySegment memory() {
    return memory;
  }

  long length() {
    return length;
  }

  /// A pointer for BLAS. Made when a network is built, never in the loop.
  DoublePointer pointer(long offset) {
    return new DoublePointer(owner.data().pointer()).position(offset);
  }

  double get(long index) {
    return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
  }

  void set(long index, double value) {
    memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
  }

  void copyFrom(FlatBuffer other) {
    MemorySegment.copy(other.memory, 0, memory, 0, length * Double.BYTES);
  }

  /// A copy of the numbers.
  double[] toArray() {
    double[] copy = new double[Math.toIntExact(length)];
    MemorySegment.copy(memory, ValueLayout.JAVA_DOUBLE, 0, copy, 0, copy.length);
    return copy;
  }

  /// Takes over as many numbers as there are.
  void copyFrom(double[] values) {
    if (values.length != length) {
      throw new IllegalArgumentException(values.length + " numbers for " + length);
    }
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, 0, values.length);
  }

  void fill(double value) {
    fill(0, length, value);
  }

  void fill(long from, long count, double value) {
    for (long i = from; i < from + count; i++) {
      set(i, value);
    }
  }

  @Override
  public void close() {
    owner.close();
  }
}
