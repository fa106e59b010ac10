package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadOutPlaceTest {
  private static final Box STAGE = new Box(0, 0, 600, 400);
  private static final Box SIZE = new Box(0, 0, 250, 100);

  @Test
  void theBoxStandsRightOfThePointerAndBelow() {
    Box box = ReadOutPlace.of(STAGE, SIZE, 100, 100, List.of(), 12);
    assertThat(box.x()).isGreaterThan(100);
    assertThat(box.y()).isGreaterThan(100);
  }

  @Test
  void itHidesNeitherThePairThatItNamesNorThePointer() {
    Box from = new Box(100, 150, 30, 30);
    Box to = new Box(280, 210, 30, 30);
    Box box = ReadOutPlace.of(STAGE, SIZE, 200, 190, List.of(from, to), 12);
    assertThat(box.overlaps(from)).isFalse();
    assertThat(box.overlaps(to)).isFalse();
    assertThat(box.contains(200, 190)).isFalse();
    assertThat(box.within(STAGE)).isTrue();
  }
}
