package lab.tinynet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LayerOrderTest {
  private static LayerOrder of(String... names) {
    return new LayerOrder(
        Arrays.stream(names)
            .map(
                name -> {
                  String own = name.substring(name.lastIndexOf('/') + 1);
                  String kind = own.substring(0, own.indexOf(' '));
                  return new LayerInfo(name, kind, "relu", 2, 2, true, true);
                })
            .toList());
  }

  @Test
  void withoutResidualsEveryLayerReadsTheOneBefore() {
    LayerOrder order = of("dense 1", "dense 2", "dense 3");
    assertThat(order.flow()).containsExactly(0, 1, 2);
    assertThat(order.output()).isEqualTo(2);
    assertThat(order.source(0)).isEqualTo(LayerOrder.INPUTS);
    assertThat(order.source(2)).isEqualTo(1);
  }

  @Test
  void aResidualComesAfterTheLayersInsideWhichReadWhatItReads() {
    LayerOrder order =
        of("dense 1", "residual 2", "residual 2/dense 1", "residual 2/dense 2", "dense 3");
    assertThat(order.flow()).containsExactly(0, 2, 3, 1, 4);
    assertThat(order.source(2)).isZero();
    assertThat(order.source(3)).isEqualTo(2);
    assertThat(order.source(1)).isEqualTo(3);
    assertThat(order.skipped(1)).isZero();
    assertThat(order.source(4)).isEqualTo(1);
    assertThat(order.output()).isEqualTo(4);
  }

  @Test
  void residualsNestAndMayStandFirstAndLast() {
    LayerOrder order =
        of(
            "residual 1",
            "residual 1/residual 1",
            "residual 1/residual 1/dense 1",
            "residual 1/dense 2");
    assertThat(order.flow()).containsExactly(2, 1, 3, 0);
    assertThat(order.output()).isZero();
    assertThat(order.source(2)).isEqualTo(LayerOrder.INPUTS);
    assertThat(order.source(1)).isEqualTo(2);
    assertThat(order.source(3)).isEqualTo(1);
    assertThat(order.source(0)).isEqualTo(3);
    assertThat(order.skipped(0)).isEqualTo(LayerOrder.INPUTS);
    assertThat(order.skipped(1)).isEqualTo(LayerOrder.INPUTS);
  }
}
