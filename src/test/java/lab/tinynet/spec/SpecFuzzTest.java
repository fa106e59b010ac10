package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpecFuzzTest {
  /// However a specification is damaged: it is read, and then reads back, or it is refused with a
  /// problem that has a text. No other exception ever comes out.
  @Test
  void aDamagedSpecificationIsReadOrRefusedButNothingElse() {
    double scale = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
    int rounds = (int) Math.max(600, 100_000 * scale);
    var random = new SplittableRandom(20_260_101);
    var texts = SpecTexts.load("en");
    String[] seeds = {
      Specs.SPIRAL,
      Specs.MOST,
      Specs.LEAST,
      LayerSpecs.EVERY,
      Specs.TABLE,
      Specs.PICTURES,
      Specs.DIGITS
    };
    int read = 0;
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      String spec = seeds[round % seeds.length];
      int damages = 1 + random.nextInt(2);
      for (int i = 0; i < damages; i++) {
        spec = DamagedText.of(spec, random);
      }
      try {
        Experiment experiment = SpecJson.read(spec);
        read++;
        assertThat(Validation.check(experiment)).as(spec).isEmpty();
        assertThat(SpecJson.read(SpecJson.write(experiment))).as(spec).isEqualTo(experiment);
      } catch (InvalidInput e) {
        refused++;
        assertThat(texts).as(spec).containsKey("spec.problem." + e.problem().code());
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + ": " + spec, e);
      }
    }
    assertThat(read).isGreaterThan(rounds / 50);
    assertThat(refused).isGreaterThan(rounds / 2);
  }
}
