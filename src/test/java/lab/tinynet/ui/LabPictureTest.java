package lab.tinynet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.Command;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class LabPictureTest {
  private static Session session;
  private static Frame frame;

  @BeforeAll
  static void run() throws TimeoutException {
    session = new EngineSessions().open(Presets.named("dying-relu").experiment());
    session.submit(new Command.Step(100));
    AtomicReference<Optional<Frame>> newest = new AtomicReference<>(Optional.empty());
    WaitForAsyncUtils.waitFor(
        40,
        TimeUnit.SECONDS,
        () -> {
          session.takeFrame(LabPicture.mapCells()).ifPresent(one -> newest.set(Optional.of(one)));
          return newest.get().filter(one -> one.step() == 100).isPresent();
        });
    frame = newest.get().orElseThrow();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void everyViewFillsThePictureThatWasAskedFor() {
    for (String view : new String[] {"lab", "stage", "chart:loss", "chart:dead-units"}) {
      Pixels picture = draw(view, Theme.LIGHT);
      assertThat(picture.width()).isEqualTo(1000);
      assertThat(picture.height()).isEqualTo(600);
      assertThat(Arrays.stream(picture.argb()).distinct().count())
          .as("colours of %s", view)
          .isGreaterThan(50);
    }
  }

  @Test
  void theSameStateGivesTheSamePictureTwice() {
    assertThat(draw("lab", Theme.DARK).argb()).isEqualTo(draw("lab", Theme.DARK).argb());
  }

  private static Pixels draw(String view, Theme theme) {
    return LabPicture.render(
        session.state(),
        frame,
        Tutor.withBuiltInQuestions(),
        Presets.all(),
        new LabPicture.Request(1000, 600, Language.ZH, theme, view));
  }
}
