package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;

class RunMarkersTest {
  private final RunLog log = new RunLog(List.of());
  private final RunMarkers markers = new RunMarkers();

  @Test
  void marksTheFirstDeathOnlyAndEveryDivergenceAndEdit() {
    log.events().append(new Event.UnitDied(30, 0, 1));
    log.events().append(new Event.UnitDied(40, 0, 2));
    log.events().append(new Event.UnitRevived(50, 0, 2));
    log.events().append(new Event.Edited(60, "optimizer.rate", "0.1", "0.01"));
    assertThat(markers.of(log)).hasSize(2);
    log.events()
        .append(new Event.Diverged(70, new Divergence(71, "dense 1", Divergence.Quantity.LOSS)));

    assertThat(markers.of(log))
        .containsExactly(
            new StepMarker(30, StepMarker.Kind.DEATH),
            new StepMarker(60, StepMarker.Kind.EDIT),
            new StepMarker(70, StepMarker.Kind.DIVERGENCE));
    assertThat(markers.of(log)).isSameAs(markers.of(log));
  }

  @Test
  void anotherLogStartsAnew() {
    log.events().append(new Event.UnitDied(30, 0, 1));
    markers.of(log);

    assertThat(markers.of(new RunLog(List.of()))).isEmpty();
  }
}
