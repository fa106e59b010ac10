package lab.tinynet.chart;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javafx.scene.Scene;

/// Measures what a pulse of the four charts costs on the JavaFX application thread, with a run of a
/// million steps of a five-layer network.
final class ChartCost {
  private static final int PULSES = 600;

  private ChartCost() {}

  public static void main(String[] arguments) throws Exception {
    Fx.run(ChartPictures::loadFonts);
    for (int length : new int[] {1_000, 100_000, 1_000_000}) {
      SyntheticRun run = SyntheticRun.clipped(4).train(length);
      Fx.run(() -> measure(run, length));
    }
    System.exit(0);
  }

  /// Processor time of this thread: other programs on the machine don't count.
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(SyntheticRun run, int length) {
    ChartBoard board = new ChartBoard(new Words("zh"));
    ThemeTokens tokens = new ThemeTokens();
    Scene scene = ChartPictures.scene(board, tokens, "light", 480, 260, 2);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    board.pulse(run.log(), tokens.palette());
    long[] micros = new long[PULSES];
    long idle = 0;
    for (int i = 0; i < PULSES; i++) {
      run.train(300);
      long start = now();
      board.pulse(run.log(), tokens.palette());
      micros[i] = (now() - start) / 1_000;
      start = now();
      board.pulse(run.log(), tokens.palette());
      idle += (now() - start) / 1_000;
      scene.snapshot(null); // empties the canvases' buffers, as a frame does
    }
    long[] warm = Arrays.copyOfRange(micros, PULSES / 2, PULSES);
    Arrays.sort(warm);
    System.out.printf(
        "from %,d steps, 300 new a pulse: four charts %d µs (median), %d µs (99 %%), idle %d µs%n",
        length, warm[warm.length / 2], warm[warm.length * 99 / 100], idle / PULSES);
  }
}
