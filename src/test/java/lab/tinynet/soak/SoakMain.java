package lab.tinynet.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.LabSetup;
import lab.tinynet.ui.LabWindow;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.settings.FileSettings;
import lab.tinynet.ui.settings.Settings;
import lab.tinynet.ui.settings.SettingsStore;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// Trains at full speed in the real window for a while and measures how it holds: how long a click
/// waits for its answer, frames, memory. Prints one line of figures, closes the window and lets
/// `main` return: the process ends only if no thread is left.
///
/// Arguments: specification file, seconds, folder for settings.
public final class SoakMain {
  private static final double FIVE_MINUTES = 300;

  private static final long CLICK_EVERY_MILLIS = 1_000;

  /// What a click may take; longer ones are told one by one.
  private static final double SLOW_MILLIS = 100;

  private final List<Double> clickMillis = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> pulses = Collections.synchronizedList(new ArrayList<>());
  private Stage stage;
  private LabWindow window;

  public static void main(String[] arguments) throws Exception {
    new SoakMain()
        .run(Path.of(arguments[0]), Double.parseDouble(arguments[1]), Path.of(arguments[2]));
  }

  private void run(Path spec, double seconds, Path folder) throws Exception {
    Experiment experiment = SpecJson.read(spec);
    LabSetup setup =
        new LabSetup(
            new EngineSessions(),
            new EngineSessions(),
            Presets.all(),
            Optional.empty(),
            Optional.of(experiment),
            Optional.of(Language.ZH),
            Optional.of(Theme.LIGHT),
            toured(folder),
            folder.resolve("results.json"),
            Tutor::withBuiltInQuestions,
            i18n -> (owner, suggested) -> Optional.empty(),
            FilePlaces::dialogues,
            seed -> seed + 1,
            true);
    CompletableFuture<Void> shown = new CompletableFuture<>();
    Platform.startup(
        () -> {
          stage = new Stage();
          window = LabWindow.open(stage, setup);
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1920);
          stage.setHeight(1080);
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              pulses.add(now);
            }
          }.start();
          shown.complete(null);
        });
    shown.get(60, TimeUnit.SECONDS);
    long start = System.nanoTime();
    double residentEarly = 0;
    double early = Math.min(seconds / 5, FIVE_MINUTES);
    boolean english = true;
    settle(3_000);
    while (elapsed(start) < seconds) {
      String target = english ? "#language-en" : "#language-zh";
      String expected = english ? "Tinynet" : "小网";
      double millis = click(target, expected);
      clickMillis.add(millis);
      if (millis > SLOW_MILLIS) {
        System.out.printf(
            Locale.ROOT, "slow click: %.0f ms, after %.0f s%n", millis, elapsed(start));
      }
      english = !english;
      if (residentEarly == 0 && elapsed(start) >= early) {
        residentEarly = residentMebibytes();
      }
      settle(CLICK_EVERY_MILLIS);
    }
    double residentLate = residentMebibytes();
    report(seconds, residentEarly, residentLate);
    onFx(() -> window.close());
  }

  /// Settings of somebody who has been here before.
  private static SettingsStore toured(Path folder) {
    SettingsStore settings = new FileSettings(folder.resolve("settings.json"));
    settings.save(Settings.FRESH.withToured());
    return settings;
  }

  /// Presses a button with the real pointer, and waits until what it does is on the screen.
  ///
  /// @return milliseconds from the wish to click to the pulse after the answer
  private double click(String target, String expected) throws Exception {
    CompletableFuture<Long> answered = new CompletableFuture<>();
    CompletableFuture<Bounds> place = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          Node node = stage.getScene().lookup(target);
          place.complete(node.localToScreen(node.getBoundsInLocal()));
        });
    Bounds bounds = place.get(30, TimeUnit.SECONDS);
    onFx(() -> new Robot().mouseMove(bounds.getCenterX(), bounds.getCenterY()));
    long wished = System.nanoTime();
    Platform.runLater(
        () -> {
          Robot robot = new Robot();
          robot.mouseClick(MouseButton.PRIMARY);
          awaitOnPulses(() -> titleStartsWith(expected), answered);
        });
    return (answered.get(30, TimeUnit.SECONDS) - wished) / 1e6;
  }

  private boolean titleStartsWith(String expected) {
    return stage.getTitle().startsWith(expected)
        && stage.getScene().getRoot().lookupAll(".label").stream()
            .filter(Labeled.class::isInstance)
            .map(Labeled.class::cast)
            .anyMatch(label -> label.getText() != null && label.getText().startsWith(expected));
  }

  private static void awaitOnPulses(BooleanSupplier condition, CompletableFuture<Long> met) {
    new AnimationTimer() {
      private boolean seen;

      @Override
      public void handle(long now) {
        if (seen) {
          stop();
          met.complete(System.nanoTime());
        }
        seen = condition.getAsBoolean();
      }
    }.start();
  }

  private void report(double seconds, double early, double late) {
    List<Double> clicks = new ArrayList<>(clickMillis);
    Collections.sort(clicks);
    List<Double> rates = frameRates();
    System.out.printf(
        Locale.ROOT,
        "soak seconds=%.0f clicks=%d clickMedian=%.1f clickP95=%.1f clickMax=%.1f "
            + "residentEarly=%.1f residentLate=%.1f ratio=%.4f fpsMedian=%.1f fpsP5=%.1f%n",
        seconds,
        clicks.size(),
        quantile(clicks, 0.5),
        quantile(clicks, 0.95),
        quantile(clicks, 1),
        early,
        late,
        late / early,
        quantile(rates, 0.5),
        quantile(rates, 0.05));
  }

  private List<Double> frameRates() {
    List<Double> rates = new ArrayList<>();
    List<Long> times = List.copyOf(pulses);
    for (int i = 1; i < times.size(); i++) {
      rates.add(1e9 / (times.get(i) - times.get(i - 1)));
    }
    Collections.sort(rates);
    return rates;
  }

  private static double quantile(List<Double> sorted, double q) {
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(q * (sorted.size() - 1)));
  }

  /// Resident memory of this process; NaN where the system doesn't tell.
  private static double residentMebibytes() throws java.io.IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }

  private static double elapsed(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void onFx(Runnable work) throws Exception {
    CompletableFuture.runAsync(work, (Executor) Platform::runLater).get(30, TimeUnit.SECONDS);
  }

  /// The time between two clicks is part of the measurement, not a wait for something.
  private static void settle(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
