package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.Command;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.SavedSession;
import lab.tinynet.spec.Presets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Clicks, types, drags and drops at random. Nothing may throw, nothing may hang, and taking
/// everything back gives what was at first.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class MonkeyTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int ACTIONS = (int) Math.max(150, 10_000 * SCALE);

  /// What is asserted in a short run, on a machine that does other things beside.
  private static final long LONGEST_MILLIS = SCALE >= 1 ? 500 : 3_000;

  private static final List<KeyCode> WITH_CONTROL =
      List.of(
          KeyCode.Z,
          KeyCode.Z,
          KeyCode.Y,
          KeyCode.K,
          KeyCode.B,
          KeyCode.R,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.P,
          KeyCode.E,
          KeyCode.L,
          KeyCode.O,
          KeyCode.S,
          KeyCode.M,
          KeyCode.T,
          KeyCode.HOME,
          KeyCode.END);
  private static final List<KeyCode> PLAIN =
      List.of(
          KeyCode.SPACE,
          KeyCode.ESCAPE,
          KeyCode.ESCAPE,
          KeyCode.F1,
          KeyCode.F5,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN,
          KeyCode.TAB,
          KeyCode.ENTER,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.DELETE,
          KeyCode.DIGIT0,
          KeyCode.DIGIT3,
          KeyCode.PERIOD,
          KeyCode.MINUS,
          KeyCode.X);
  private static final List<String> JUNK =
      List.of(
          "",
          "{",
          "[1, 2, 3]",
          "{\"format\": 1, \"name\": 5}",
          "a,b,c\n1,2\n3,4,5,6\n",
          "x,y,kind\n0,0,a\n1,1,b\n0.5,0,a\n1,0.2,b\n",
          "\u0000\u0001\u0002",
          "你好");

  @TempDir Path folder;

  private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong longest = new AtomicLong();
  private OpenLab lab;
  private Thread.UncaughtExceptionHandler before;

  @Start
  void open(Stage stage) {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.UncaughtExceptionHandler catching = (_, throwable) -> thrown.add(throwable);
    Thread.setDefaultUncaughtExceptionHandler(catching);
    Thread.currentThread().setUncaughtExceptionHandler(catching);
    lab = new OpenLab(stage, Presets.named("dying-relu").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SCALE >= 1 ? 3 : 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingThrowsOrHangsAndAllCanBeTakenBack(long seed, FxRobot fx) throws Exception {
    until(() -> !lab.state().log().layers().isEmpty());
    SavedSession first = settled();
    var draws = new Draws(seed);
    List<String> done = new ArrayList<>();
    watchPulses();
    for (int i = 0; i < ACTIONS && thrown.isEmpty(); i++) {
      int action = i;
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> done.add(act(draws, action)));
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {});
    }
    assertThat(thrown)
        .as("after " + done.subList(Math.max(0, done.size() - 12), done.size()))
        .isEmpty();
    assertThat(lab.stage().isShowing()).isTrue();
    assertThat(longest.get() / 1_000_000).as("longest pulse, ms").isLessThan(LONGEST_MILLIS);
    fx.interact(() -> {});
    leaveEverything();
    int undone = takeAllBack();
    System.out.printf(
        "monkey seed=%d actions=%d undone=%d longestPulse=%d ms%n",
        seed, ACTIONS, undone, longest.get() / 1_000_000);
    assertThat(settled()).isEqualTo(first);
    assertThat(lab.state().experiment()).isEqualTo(Presets.named("dying-relu").experiment());
    assertThat(thrown).isEmpty();
  }

  /// The time from one pulse to the next.
  private void watchPulses() {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () ->
            new AnimationTimer() {
              private long last;

              @Override
              public void handle(long now) {
                long at = System.nanoTime();
                if (last > 0) {
                  longest.accumulateAndGet(at - last, Math::max);
                }
                last = at;
              }
            }.start());
  }

  private String act(Draws draws, int number) {
    Robot robot = new Robot();
    Scene scene = lab.stage().getScene();
    double x = lab.stage().getX() + scene.getX() + draws.uniform(2, scene.getWidth() - 2);
    double y = lab.stage().getY() + scene.getY() + draws.uniform(2, scene.getHeight() - 2);
    int kind = draws.between(0, 99);
    if (kind < 40) {
      robot.mouseMove(x, y);
      robot.mouseClick(MouseButton.PRIMARY);
      return "click " + (int) x + " " + (int) y;
    } else if (kind < 47) {
      robot.mouseMove(x, y);
      robot.mouseClick(MouseButton.SECONDARY);
      return "right click " + (int) x + " " + (int) y;
    } else if (kind < 60) {
      robot.mousePress(MouseButton.PRIMARY);
      robot.mouseMove(x, y);
      robot.mouseRelease(MouseButton.PRIMARY);
      return "drag to " + (int) x + " " + (int) y;
    } else if (kind < 66) {
      robot.mouseWheel(draws.between(-4, 4));
      return "wheel";
    } else if (kind < 80) {
      KeyCode code = WITH_CONTROL.get(draws.between(0, WITH_CONTROL.size() - 1));
      robot.keyPress(KeyCode.CONTROL);
      robot.keyType(code);
      robot.keyRelease(KeyCode.CONTROL);
      return "Ctrl " + code;
    } else if (kind < 96) {
      KeyCode code = PLAIN.get(draws.between(0, PLAIN.size() - 1));
      robot.keyType(code);
      return code.toString();
    }
    String junk = JUNK.get(draws.between(0, JUNK.size() - 1));
    String ending = draws.oneOf(".json", ".csv", ".png", ".gz", "");
    Path file = folder.resolve("junk" + number + ending);
    try {
      Files.write(file, junk.getBytes(StandardCharsets.UTF_8));
      Files.writeString(folder.resolve("open.json"), junk);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    lab.window().openFile(file);
    return "drop " + file.getFileName();
  }

  private void leaveEverything() {
    for (int i = 0; i < 6; i++) {
      WaitForAsyncUtils.waitForAsyncFx(
          10_000,
          () -> {
            for (Window window : List.copyOf(Window.getWindows())) {
              if (!window.equals(lab.stage())) {
                window.hide();
              }
            }
            Node root = lab.stage().getScene().getRoot();
            root.requestFocus();
            new Robot().keyType(KeyCode.ESCAPE);
          });
    }
  }

  private int takeAllBack() throws Exception {
    int undone = 0;
    settled();
    while (lab.state().deeds().done().isPresent()) {
      lab.session().submit(new Command.Undo());
      settled();
      undone++;
    }
    return undone;
  }

  private int marks;

  /// The session when all commands so far have been carried out.
  private SavedSession settled() {
    Pace mark = new Pace(1e6 + ++marks);
    lab.session().submit(new Command.Pause());
    lab.session().submit(new Command.SetPace(mark));
    until(
        () -> {
          RunState now = lab.state();
          return now.pace().equals(mark) && now.timeline().goingTo().isEmpty();
        });
    return SavedSession.of(lab.state());
  }
}
