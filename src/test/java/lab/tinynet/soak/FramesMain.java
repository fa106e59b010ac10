package lab.tinynet.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import lab.tinynet.chart.ChartView;
import lab.tinynet.chart.stage.StageImage;
import lab.tinynet.chart.stage.StageView;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.LabSetup;
import lab.tinynet.ui.LabWindow;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.settings.Settings;
import lab.tinynet.ui.settings.SettingsStore;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// Trains at full speed in the real window of 1920×1080 with every chart visible, and measures its
/// frames, the FX thread's time in each, how soon steering shows, and that nothing is painted while
/// the window is minimised. Then the same frames with two lanes side by side.
///
/// Arguments: specification file, seconds of each part, folder for settings.
public final class FramesMain {
  private static final int RELEASES = 20;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Stage stage;
  private LabWindow window;
  private Session session;

  public static void main(String[] arguments) throws Exception {
    new FramesMain()
        .run(Path.of(arguments[0]), Double.parseDouble(arguments[1]), Path.of(arguments[2]));
  }

  /// What the pulses of one part took.
  private final class Frames extends AnimationTimer {
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> busyMillis = new ArrayList<>();
    private long before;
    private long cpuBefore;

    @Override
    public void handle(long now) {
      long time = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      if (before > 0) {
        rates.add(1e9 / (time - before));
        busyMillis.add((cpu - cpuBefore) / 1e6);
      }
      before = time;
      cpuBefore = cpu;
    }

    void report(String name) {
      List<Double> rate = new ArrayList<>(rates);
      List<Double> busy = new ArrayList<>(busyMillis);
      Collections.sort(rate);
      Collections.sort(busy);
      System.out.printf(
          Locale.ROOT,
          "%s frames=%d %sFpsMedian=%.1f %sFpsP5=%.1f %sFxMedian=%.2f %sFxP95=%.2f%n",
          name,
          rate.size(),
          name,
          quantile(rate, 0.5),
          name,
          quantile(rate, 0.05),
          name,
          quantile(busy, 0.5),
          name,
          quantile(busy, 0.95));
    }
  }

  private void run(Path spec, double seconds, Path folder) throws Exception {
    EngineSessions sessions = new EngineSessions();
    SettingsStore settings = SettingsStore.inMemory();
    settings.save(Settings.FRESH.withToured());
    LabSetup setup =
        new LabSetup(
            saved -> {
              session = sessions.restore(saved);
              return session;
            },
            sessions,
            Presets.all(),
            Optional.empty(),
            Optional.of(SpecJson.read(spec)),
            Optional.of(Language.ZH),
            Optional.of(Theme.LIGHT),
            settings,
            folder.resolve("results.json"),
            Tutor::withBuiltInQuestions,
            i18n -> (owner, suggested) -> Optional.empty(),
            FilePlaces::dialogues,
            seed -> seed + 1,
            true);
    onFx(
        () -> {
          stage = new Stage();
          window = LabWindow.open(stage, setup);
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1920);
          stage.setHeight(1080);
        });
    settle(4);
    measure("one", seconds);
    steer();
    minimise(Math.min(5, seconds));
    onFx(() -> new Robot().keyPress(KeyCode.ESCAPE));
    onFx(() -> new Robot().keyRelease(KeyCode.ESCAPE));
    lanes(seconds);
    onFx(() -> window.close());
    Platform.exit();
  }

  private void measure(String name, double seconds) throws Exception {
    Frames measured = new Frames();
    onFx(measured::start);
    settle(seconds);
    onFx(measured::stop);
    measured.report(name);
  }

  /// Lets the rate's slider go and waits for the first picture of a step after the edit.
  private void steer() throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < RELEASES; i++) {
      double goal = i % 2 == 0 ? -3 : -2;
      CompletableFuture<Long> shown = new CompletableFuture<>();
      long released =
          CompletableFuture.supplyAsync(
                  () -> {
                    Slider slider = (Slider) stage.getScene().lookup("#rate-slider");
                    int edits = edits();
                    slider.setValueChanging(true);
                    slider.setValue(goal);
                    long at = System.nanoTime();
                    slider.setValueChanging(false);
                    awaitChangedFrame(edits, shown);
                    return at;
                  },
                  (Executor) Platform::runLater)
              .get(30, TimeUnit.SECONDS);
      millis.add((shown.get(30, TimeUnit.SECONDS) - released) / 1e6);
      settle(0.4);
    }
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "steering releases=%d steerMedian=%.1f steerP95=%.1f steerMax=%.1f%n",
        millis.size(),
        quantile(millis, 0.5),
        quantile(millis, 0.95),
        quantile(millis, 1));
  }

  private int edits() {
    return session.state().timeline().currentBranch().edits().size();
  }

  private void awaitChangedFrame(int editsBefore, CompletableFuture<Long> shown) {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        var edits = session.state().timeline().currentBranch().edits();
        Optional<Long> step = stageView().shown().map(StageImage::frame).map(frame -> frame.step());
        if (edits.size() > editsBefore && step.isPresent() && step.get() > edits.getLast().step()) {
          stop();
          shown.complete(System.nanoTime());
        }
      }
    }.start();
  }

  /// Counts what is painted while the window is minimised and the run goes on.
  private void minimise(double seconds) throws Exception {
    onFx(() -> stage.setIconified(true));
    settle(1);
    long painted = paintings();
    long step = session.state().step();
    settle(seconds);
    System.out.printf(
        Locale.ROOT,
        "minimised iconified=%d steps=%d paintings=%d%n",
        stage.isIconified() ? 1 : 0,
        session.state().step() - step,
        paintings() - painted);
    onFx(() -> stage.setIconified(false));
    settle(1);
  }

  private long paintings() throws Exception {
    CompletableFuture<Long> count = new CompletableFuture<>();
    Platform.runLater(
        () ->
            count.complete(
                stageView().paintings()
                    + stage.getScene().getRoot().lookupAll(".chart-card").stream()
                        .map(ChartView.class::cast)
                        .mapToLong(ChartView::paintings)
                        .sum()));
    return count.get(30, TimeUnit.SECONDS);
  }

  private void lanes(double seconds) throws Exception {
    onFx(() -> ((ButtonBase) stage.getScene().lookup("#compare")).fire());
    settle(1);
    onFx(() -> ((ButtonBase) stage.getScene().lookup("#lanes-start")).fire());
    settle(1);
    onFx(() -> ((ButtonBase) stage.getScene().lookup("#lanes-train")).fire());
    settle(4);
    measure("two", seconds);
  }

  private StageView stageView() {
    return (StageView)
        stage.getScene().getRoot().lookupAll("*").stream()
            .filter(StageView.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static double quantile(List<Double> sorted, double q) {
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(q * (sorted.size() - 1)));
  }

  private static void onFx(Runnable work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable told =
        () -> {
          work.run();
          done.complete(null);
        };
    try {
      Platform.startup(told);
    } catch (IllegalStateException alreadyStarted) {
      Platform.runLater(told);
    }
    done.get(60, TimeUnit.SECONDS);
  }

  /// What passes here is measured, not waited for.
  private static void settle(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.round(1_000 * seconds));
  }
}
