package lab.tinynet.app;

import java.util.concurrent.TimeUnit;

/// Tells on standard error how far a piece of work has come: a bar that is redrawn on a terminal,
/// elsewhere a line every few seconds. What takes less than a second says nothing.
final class Progress implements AutoCloseable {
  private static final long BAR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int WIDTH = 30;

  private final Console console;
  private final String key;
  private final long interval;
  private long next;
  private boolean drawn;

  /// @param key of the words, with the names `done` and `total`
  Progress(Console console, String key) {
    this.console = console;
    this.key = key;
    this.interval = console.terminal() ? BAR_NANOS : LINE_NANOS;
    this.next = System.nanoTime() + Math.max(interval, TimeUnit.SECONDS.toNanos(1));
  }

  /// Shows how far it is, if it is time to. Cheap to call.
  void tell(long done, long total) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + interval;
    show(done, total);
  }

  void show(long done, long total) {
    String words = console.text(key, "done", done, "total", total);
    if (console.terminal()) {
      drawn = true;
      console.err().print("\r" + bar(done, total) + " " + words);
    } else {
      console.err().println(words);
    }
    console.err().flush();
  }

  private static String bar(long done, long total) {
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
