package lab.tinynet.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.file.WholeFile;

/// Keeps results in a file of the user's data folder, the newest 500. All work is done on a thread
/// of its own: every change reads the file, changes it and writes it whole, so that several windows
/// can share it.
public final class ResultStore implements AutoCloseable {
  /// How many are kept.
  static final int MOST = 500;

  private static final System.Logger LOG = System.getLogger(ResultStore.class.getName());
  private static final long MOST_BYTES = 256L << 20;
  private static final long PATIENCE_SECONDS = 5;

  private final Path file;
  private final List<Preset> presets;
  private final Clock clock;
  private final ExecutorService worker;
  private volatile Listener listener = Listener.NONE;
  private boolean newer;

  /// Is told what there is, on the store's thread.
  public interface Listener {
    Listener NONE =
        new Listener() {
          @Override
          public void results(List<RunResult> results) {}

          @Override
          public void trouble(Trouble trouble, String detail) {}
        };

    /// The results, newest first.
    void results(List<RunResult> results);

    /// @param detail a file, or a reason
    void trouble(Trouble trouble, String detail);
  }

  /// What can be wrong with the file.
  public enum Trouble {
    /// It was damaged and has been set aside; the table begins anew.
    DAMAGED,
    /// A newer version of the program wrote it; it is left as it is.
    NEWER,
    /// It cannot be written.
    NOT_KEPT;

    /// Key of its text; the detail is `{detail}`.
    public String key() {
      return "ui.results.trouble." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// @param presets by which experiments are recognised
  public ResultStore(Path file, List<Preset> presets, Clock clock) {
    this.file = file;
    this.presets = List.copyOf(presets);
    this.clock = clock;
    this.worker =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("results").daemon().unstarted(task));
  }

  /// Reads what there is, and tells the listener from now on.
  public void open(Listener told) {
    listener = told;
    change(UnaryOperator.identity());
  }

  /// Notes what a run has come to: a new row, or another one for the same course.
  public void record(RunState run) {
    if (run.log().length() > 0) {
      submit(
          () -> {
            RunResult result = ResultOf.run(run, presets, clock.instant());
            apply(rows -> with(rows, result));
          });
    }
  }

  /// Takes results out.
  public void delete(Set<String> courses) {
    change(rows -> rows.stream().filter(row -> !courses.contains(row.course())).toList());
  }

  /// Puts results back.
  public void restore(List<RunResult> results) {
    change(
        rows -> {
          List<RunResult> all = rows;
          for (RunResult result : results) {
            all = with(all, result);
          }
          return all;
        });
  }

  /// Of the same course the one that went further stays.
  private static List<RunResult> with(List<RunResult> rows, RunResult result) {
    boolean further =
        rows.stream()
            .anyMatch(row -> row.course().equals(result.course()) && row.steps() >= result.steps());
    if (further) {
      return rows;
    }
    List<RunResult> all = new ArrayList<>(rows);
    all.removeIf(row -> row.course().equals(result.course()));
    all.add(result);
    return all.stream()
        .sorted(Comparator.comparing(RunResult::when).reversed())
        .limit(MOST)
        .toList();
  }

  private void change(UnaryOperator<List<RunResult>> change) {
    submit(() -> apply(change));
  }

  private void submit(Runnable task) {
    try {
      worker.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.log(System.Logger.Level.ERROR, "a result was lost", e);
              listener.trouble(Trouble.NOT_KEPT, String.valueOf(e.getMessage()));
            }
          });
    } catch (RejectedExecutionException closed) {
      LOG.log(System.Logger.Level.DEBUG, "after the end: " + closed);
    }
  }

  private void apply(UnaryOperator<List<RunResult>> change) {
    List<RunResult> before = read();
    List<RunResult> after = change.apply(before);
    if (!after.equals(before) && !newer) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, ResultsJson.write(after));
      } catch (IOException e) {
        listener.trouble(Trouble.NOT_KEPT, String.valueOf(e.getMessage()));
      }
    }
    listener.results(after);
  }

  private List<RunResult> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("too long");
      }
      return ResultsJson.read(Files.readAllBytes(file));
    } catch (ResultsJson.NewerFormat e) {
      if (!newer) {
        newer = true;
        listener.trouble(Trouble.NEWER, file.toString());
      }
      return List.of();
    } catch (IOException e) {
      setAside();
      return List.of();
    }
  }

  private void setAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + ".damaged-" + i);
    }
    try {
      Files.move(file, aside);
      listener.trouble(Trouble.DAMAGED, aside.toString());
    } catch (IOException e) {
      // It could neither be read nor moved: then it is not ours to write.
      newer = true;
      listener.trouble(Trouble.NOT_KEPT, String.valueOf(e.getMessage()));
    }
  }

  /// Finishes what was begun.
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "results are still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
