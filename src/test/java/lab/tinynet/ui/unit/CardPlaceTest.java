package lab.tinynet.ui.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.tinynet.chart.stage.Box;
import org.junit.jupiter.api.Test;

/// The window of 1366 and of 1920 pixels, with the unit in its second hidden layer.
final class CardPlaceTest {
  private static final Box INPUTS = new Box(121, 207, 32, 66);

  private static CardPlace in(double width, Box unit, Box surface, Box... others) {
    Box room = new Box(12, 60, width - 24, 600);
    return new CardPlace(room, 12, unit, List.of(surface), List.of(others));
  }

  @Test
  void theCardHidesNeitherTheUnitNorTheSurfaceNorTheTimeline() {
    Box unit = new Box(510, 122, 27, 27);
    Box surface = new Box(795, 124, 242, 242);
    Box card = in(1366, unit, surface, INPUTS).of(325, 700, 500);
    assertThat(card.overlaps(unit)).isFalse();
    assertThat(card.overlaps(surface)).isFalse();
    assertThat(card.bottom()).isLessThanOrEqualTo(660);
    assertThat(card.x()).isPositive();
  }

  @Test
  void whereThereIsRoomRightOfTheSurfaceItHidesNoColumnEither() {
    Box unit = new Box(811, 142, 53, 53);
    Box surface = new Box(1163, 142, 346, 346);
    Box before = new Box(582, 142, 48, 440);
    Box inputs = new Box(351, 312, 48, 104);
    Box output = new Box(1044, 340, 48, 48);
    Box card = in(1920, unit, surface, inputs, before, output).of(374, 700, 500);
    assertThat(card.x()).isGreaterThanOrEqualTo(surface.right());
    assertThat(card.right()).isLessThanOrEqualTo(1920);
  }

  @Test
  void aCardThatNeedsMoreThanThereIsGrowsUpwards() {
    Box unit = new Box(510, 122, 27, 27);
    Box card = in(1366, unit, new Box(795, 124, 242, 242)).of(325, 700, 640);
    assertThat(card.height()).isEqualTo(640);
    assertThat(card.bottom()).isLessThanOrEqualTo(660);
  }
}
