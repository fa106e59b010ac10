package lab.tinynet.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import lab.tinynet.spec.Problem;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Map<String, String> TEXTS =
      Map.of(
          "chart.dead", "{count} of {units} units of {layer}",
          "spec.problem.out-of-range", "must be from {low} to {high}",
          "ui.path", "a $1 \\ path {\"format\": 1}");

  private final Messages strict = new Messages(Language.EN, TEXTS, true);
  private final Messages lenient = new Messages(Language.EN, TEXTS, false);

  @Test
  void placeholdersAreFilledByName() {
    assertThat(strict.text("chart.dead", "units", 8, "layer", "dense 1", "count", 3))
        .isEqualTo("3 of 8 units of dense 1");
  }

  @Test
  void valuesAndTextsMayHoldAnyCharacter() {
    assertThat(strict.text("ui.path")).isEqualTo("a $1 \\ path {\"format\": 1}");
    assertThat(strict.text("chart.dead", "count", "$0", "units", "\\", "layer", "{units}"))
        .isEqualTo("$0 of \\ units of {units}");
  }

  @Test
  void aProblemIsOneSentenceThatNamesItsPath() {
    Problem problem = Problem.of("network[1].units", "out-of-range", "low", 1, "high", 4096);
    assertThat(strict.sentence(problem)).isEqualTo("network[1].units: must be from 1 to 4096");
    assertThat(strict.sentence(Problem.of("", "out-of-range", "low", 1, "high", 2)))
        .isEqualTo("must be from 1 to 2");
  }

  @Test
  void aMissingKeyThrowsInTestsAndShowsTheKeyToAPerson() {
    assertThatThrownBy(() -> strict.text("chart.nothing")).hasMessageContaining("chart.nothing");
    assertThat(lenient.text("chart.nothing")).isEqualTo("chart.nothing");
  }

  @Test
  void aMissingValueThrowsInTestsAndShowsThePlaceholderToAPerson() {
    assertThatThrownBy(() -> strict.text("chart.dead", "count", 3, "units", 8))
        .hasMessageContaining("{layer}");
    assertThat(lenient.text("chart.dead", "count", 3, "units", 8))
        .isEqualTo("3 of 8 units of {layer}");
  }

  @Test
  void chineseLocalesReadChineseAndAllOthersEnglish() {
    assertThat(Language.fromLocale(Locale.TRADITIONAL_CHINESE)).isEqualTo(Language.ZH);
    assertThat(Language.fromLocale(Locale.SIMPLIFIED_CHINESE)).isEqualTo(Language.ZH);
    assertThat(Language.fromLocale(Locale.GERMANY)).isEqualTo(Language.EN);
    assertThat(Language.named("zh")).contains(Language.ZH);
    assertThat(Language.named("fr")).isEmpty();
  }

  @Test
  void theCatalogueOfTheTestsIsStrict() {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).language()).isEqualTo(language);
      assertThatThrownBy(() -> Messages.of(language).text("ui.no.such.key"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
