package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpecFuzzTest {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|-?[0-9][-+.0-9eE]*|true|false|null|[\\[\\]{}:,]");
  private static final List<String> NASTY =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[[]]",
          "[[],[1]]",
          "[1,\"a\"]",
          "[[1],{}]",
          "\"\"",
          "-1",
          "0",
          "-0",
          "0.5",
          "1e999",
          "-1e999",
          "1e-999",
          "1e99999999999",
          "9223372036854775808",
          "4096",
          "2147483648",
          "\"NaN\"",
          "\"full\"",
          "\"softmax\"",
          "\"bce\"",
          "\"cross-entropy\"",
          "{\"kind\":\"prelu\"}",
          "{\"kind\":\"uniform\",\"limit\":1e308}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"名\"",
          "[[1,2],[3,4]]",
          "[[[1]]]",
          "{\"kind\":{}}");

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
        spec = damaged(spec, random);
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

  private static String damaged(String spec, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> characterDamaged(spec, random);
      case 1, 2 -> numberChanged(spec, random);
      case 3 -> spec.substring(0, random.nextInt(spec.length() + 1));
      default -> tokenDamaged(spec, random);
    };
  }

  private static String characterDamaged(String spec, SplittableRandom random) {
    if (spec.isEmpty()) {
      return "{";
    }
    int at = random.nextInt(spec.length());
    char other = (char) (random.nextInt(4) == 0 ? random.nextInt(0x300) : 32 + random.nextInt(95));
    return switch (random.nextInt(3)) {
      case 0 -> spec.substring(0, at) + spec.substring(at + 1);
      case 1 -> spec.substring(0, at) + other + spec.substring(at);
      default -> spec.substring(0, at) + other + spec.substring(at + 1);
    };
  }

  /// Another number in the place of one: as often as not a good one.
  private static String numberChanged(String spec, SplittableRandom random) {
    List<MatchResult> numbers = Pattern.compile("[0-9]+").matcher(spec).results().toList();
    if (numbers.isEmpty()) {
      return "1";
    }
    MatchResult number = numbers.get(random.nextInt(numbers.size()));
    return spec.substring(0, number.start()) + random.nextInt(1, 40) + spec.substring(number.end());
  }

  private static String tokenDamaged(String spec, SplittableRandom random) {
    List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(spec).results().toList());
    if (tokens.isEmpty()) {
      return "{}";
    }
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    MatchResult other = tokens.get(random.nextInt(tokens.size()));
    String replacement =
        switch (random.nextInt(4)) {
          case 0 -> other.group();
          case 1 -> token.group() + ", " + token.group();
          case 2 -> "";
          default -> NASTY.get(random.nextInt(NASTY.size()));
        };
    return spec.substring(0, token.start()) + replacement + spec.substring(token.end());
  }
}
