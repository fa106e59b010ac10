package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import lab.tinynet.telemetry.LayerInfo;

/// A residual connection (He et al. 2016): a = x + F(x), where F is what the layers inside do.
record ResidualLayer(LayerInfo info, List<Layer> inside, int size) implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  /// @param inside at least one layer
  /// @param size numbers of an example
  ResidualLayer {
    inside = List.copyOf(inside);
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
    List<LayerPass> passes = new ArrayList<>();
    Block from = input;
    for (Layer layer : inside) {
      LayerPass pass = layer.newPass(from, capacity, training);
      passes.add(pass);
      from = pass.output();
    }
    return new Pass(input, new Block(capacity, size, training), passes);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;
    private final LayerPass[] passes;
    private final List<LayerPass> list;

    Pass(Block input, Block output, List<LayerPass> passes) {
      this.input = input;
      this.output = output;
      this.passes = passes.toArray(LayerPass[]::new);
      this.list = List.copyOf(passes);
    }

    private Block last() {
      return passes[passes.length - 1].output();
    }

    @Override
    public Block output() {
      return output;
    }

    @Override
    public FlatBuffer preActivation() {
      return output.values();
    }

    @Override
    public List<LayerPass> inside() {
      return list;
    }

    @Override
    public void forward(int rows, long step) {
      for (LayerPass pass : passes) {
        pass.forward(rows, step);
      }
      output.prepare(rows);
      MemorySegment x = input.values().memory();
      MemorySegment f = last().values().memory();
      MemorySegment a = output.values().memory();
      for (int i = 0; i < rows * size; i++) {
        a.setAtIndex(DOUBLE, i, x.getAtIndex(DOUBLE, i) + f.getAtIndex(DOUBLE, i));
      }
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment d = output.gradient().memory();
      if (last().hasGradient()) {
        MemorySegment into = last().gradient().memory();
        MemorySegment.copy(d, 0, into, 0, (long) rows * size * Double.BYTES);
      }
      for (int i = passes.length - 1; i >= 0; i--) {
        passes[i].output().noteSignal();
        passes[i].backward(rows, false);
      }
      if (input.hasGradient()) {
        MemorySegment into = input.gradient().memory();
        for (int i = 0; i < rows * size; i++) {
          into.setAtIndex(DOUBLE, i, into.getAtIndex(DOUBLE, i) + d.getAtIndex(DOUBLE, i));
        }
      }
    }

    @Override
    public void updateStatistics() {
      for (LayerPass pass : passes) {
        pass.updateStatistics();
      }
    }

    @Override
    public void close() {
      for (LayerPass pass : passes) {
        pass.close();
      }
      output.close();
    }
  }
}
