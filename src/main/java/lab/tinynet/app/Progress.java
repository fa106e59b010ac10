package lab.tinynet.app;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Tells on standard error how far a run has come: a bar that is redrawn on a terminal, elsewhere a
/// line every few seconds. A run of less than a second says nothing.
final class Progress implements LongConsumer, AutoCloseable {
  private static final long BAR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int WIDTH = 30;

  private final Console console;
  private final long total;
  private final long interval;
  private long next;
  private boolean drawn;

  Progress(Console console, long total) {
    this.console = console;
    this.total = total;
    this.interval = console.terminal() ? BAR_NANOS : LINE_NANOS;
    this.next = System.nanoTime() + Math.max(interval, TimeUnit.SECONDS.toNanos(1));
  }

  @Override
  public void accept(long done) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + interval;
    show(done);
  }

  void show(long done) {
    String words = console.text("app.train.progress", "done", done, "total", total);
    if (console.terminal()) {
      drawn = true;
      console.err().print("\r" + bar(done) + " " + words);
    } else {
      console.err().println(words);
    }
    console.err().flush();
  }

  private String bar(long done) {
    int full = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / total);
    return "[" + "#".repeat(full) + "·".repeat(WIDTH - full) + "]";
  }

  /// Wipes the bar away.
  @Override
  public void close() {
    if (drawn) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
