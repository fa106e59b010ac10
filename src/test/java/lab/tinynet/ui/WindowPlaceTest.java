package lab.tinynet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import lab.tinynet.ui.settings.Settings.Bounds;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D SMALL = new Rectangle2D(0, 28, 1366, 740);
  private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1920, 1080);

  @Test
  void theFirstWindowStandsInTheMiddleOfALargeScreenAndFillsASmallOne() {
    assertThat(WindowPlace.first(1600, 940, LARGE))
        .isEqualTo(new Bounds(160, 70, 1600, 940, false));
    assertThat(WindowPlace.first(1600, 940, SMALL)).isEqualTo(new Bounds(0, 28, 1366, 740, true));
  }

  @Test
  void aWindowLeftOnALargerScreenFillsTheSmallerOne() {
    Bounds left = new Bounds(158, 18, 1602, 965, false);
    assertThat(WindowPlace.fitted(left, SMALL)).isEqualTo(new Bounds(0, 28, 1366, 740, true));
    assertThat(WindowPlace.fitted(left, LARGE)).isEqualTo(left);
  }

  @Test
  void aWindowHalfOffTheScreenComesBackWhole() {
    assertThat(WindowPlace.fitted(new Bounds(1500, -40, 1100, 700, false), LARGE))
        .isEqualTo(new Bounds(820, 0, 1100, 700, false));
  }
}
