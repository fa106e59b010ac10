package lab.tinynet.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecDifference;
import lab.tinynet.spec.Validation;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.text.Language;
import org.junit.jupiter.api.Test;

class LaneDraftTest {
  private static final Experiment MOONS = Presets.named("moons").experiment();
  private final LaneWords english = new LaneWords(new I18n(Language.EN));
  private final LaneWords chinese = new LaneWords(new I18n(Language.ZH));

  @Test
  void aQuickSetBeginsWithThePresentExperimentAndDiffersInOneThing() {
    for (QuickSet set : QuickSet.values()) {
      LaneDraft draft = set.draft(MOONS).orElseThrow();
      List<Experiment> lanes = draft.experiments().orElseThrow();
      assertThat(lanes.getFirst()).isEqualTo(MOONS);
      assertThat(lanes).doesNotHaveDuplicates();
      assertThat(lanes).allSatisfy(lane -> assertThat(Validation.check(lane)).isEmpty());
      assertThat(differences(lanes)).as(set.code()).hasSize(1);
    }
  }

  @Test
  void theActivationsOfAllHiddenLayersAreOneDifference() {
    List<Experiment> lanes =
        QuickSet.ACTIVATIONS.draft(deep()).orElseThrow().experiments().orElseThrow();
    assertThat(english.sentence(differences(lanes)))
        .isEqualTo(
            "Exactly one difference: activation of all hidden layers (ReLU · sigmoid · tanh)");
    assertThat(chinese.sentence(differences(lanes)))
        .isEqualTo("只有一处不同：所有隐藏层的激活函数（ReLU · Sigmoid · tanh）");
    assertThat(english.heading(differences(lanes), 2)).isEqualTo("tanh");
  }

  @Test
  void ratesAreATenthAndTenTimesThePresentOne() {
    List<Experiment> lanes = QuickSet.RATES.draft(MOONS).orElseThrow().experiments().orElseThrow();
    double rate = MOONS.optimizer().rate();
    assertThat(lanes)
        .extracting(lane -> lane.optimizer().rate() / rate)
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo(1),
            tenth -> assertThat(tenth).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-12)),
            ten -> assertThat(ten).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-12)));
  }

  @Test
  void normalisationIsOneDifferenceAndComesOutAgain() {
    Experiment normed = BatchNormed.with(deep());
    assertThat(Validation.check(normed)).isEmpty();
    assertThat(normed.network().size()).isGreaterThan(deep().network().size());
    assertThat(BatchNormed.without(normed)).isEqualTo(deep());
    assertThat(english.sentence(differences(List.of(deep(), normed))))
        .isEqualTo(
            "Exactly one difference: batch normalisation (without batch norm · with batch norm)");
  }

  @Test
  void severalDifferencesAreCountedAndNamed() {
    Experiment other =
        Aspect.RATE.apply(Aspect.UNITS.apply(MOONS, "3").orElseThrow(), "0.5").orElseThrow();
    assertThat(english.sentence(differences(List.of(MOONS, other)))).startsWith("2 differences: ");
    assertThat(chinese.sentence(differences(List.of(MOONS, other)))).startsWith("有 2 处不同：");
    assertThat(english.heading(differences(List.of(MOONS, other)), 1))
        .contains("learning rate 0.5", "units 3");
    assertThat(english.sentence(differences(List.of(MOONS, MOONS)))).startsWith("No difference");
  }

  @Test
  void everyProposalOfEveryAspectCanBeBuilt() {
    for (Aspect aspect : Aspect.values()) {
      for (String value : aspect.proposals(deep())) {
        Experiment changed = aspect.apply(deep(), value).orElseThrow();
        assertThat(Validation.check(changed)).as(aspect + " " + value).isEmpty();
        assertThat(english.value(aspect, value)).isNotBlank();
        assertThat(chinese.value(aspect, value)).isNotBlank();
      }
    }
  }

  @Test
  void whatIsNoNumberIsNoLane() {
    LaneDraft draft =
        new LaneDraft(MOONS, 2, List.of(new LaneDraft.Row(Aspect.RATE, List.of("fast"))));
    assertThat(draft.experiments()).isEmpty();
    assertThat(draft.withLanes(3).experiments()).isEmpty();
  }

  private static Experiment deep() {
    return Presets.named("deep-relu").experiment();
  }

  private static List<LaneDifference> differences(List<Experiment> lanes) {
    return LaneDifference.of(lanes, SpecDifference.between(lanes));
  }
}
