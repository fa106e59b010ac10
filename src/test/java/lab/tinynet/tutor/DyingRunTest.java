package lab.tinynet.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import lab.tinynet.engine.Trainer;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.tutor.question.Language;
import org.junit.jupiter.api.Test;

/// The tutor on a network that is really trained.
class DyingRunTest {
  private static final Tutor TUTOR = Tutor.withBuiltInQuestions();
  private static final int STEPS = 1000;

  @Test
  void itAsksAboutTheDyingPresetWhatIsTrueOfTheStepAndTheRemedyShowsOnScreen() {
    Experiment dying = Presets.named("dying-relu").experiment();
    Conversation asked;
    try (Trainer trainer = Trainer.of(dying)) {
      Optional<Conversation> offered = Optional.empty();
      while (offered.isEmpty() && trainer.stepsDone() < STEPS) {
        trainer.step();
        offered = TUTOR.offer(trainer.log(), Attention.FRESH, 0);
      }
      asked = offered.orElseThrow();
      Frame frame = trainer.frame(0);
      boolean[] dead = frame.layers().get(asked.situation().layer()).dead();
      long recounted = IntStream.range(0, dead.length).filter(unit -> dead[unit]).count();
      assertThat(asked.step()).isEqualTo(trainer.stepsDone());
      assertThat(recounted).isEqualTo(asked.situation().dead()).isPositive();
      assertThat(asked.situation().units()).isEqualTo(8);
    }
    Conversation settled = asked.answer("输入恒为负，输出 0，梯度 0，权重不更新。换成 Leaky ReLU。", asked.step());
    assertThat(settled.phase()).isEqualTo(Conversation.Phase.SETTLED);
    Chip leaky = settled.chips(dying).getFirst();
    Conversation watching = settled.tried(leaky, dying, asked.step());
    Experiment remedied = leaky.action().applyTo(dying);
    try (Trainer trainer = Trainer.of(remedied)) {
      for (int i = 0; i < STEPS && watching.watching(); i++) {
        trainer.step();
        watching = watching.observe(remedied, trainer.log());
      }
    }
    assertThat(watching.watching()).isFalse();
    Turn.TutorSays said = (Turn.TutorSays) watching.turns().getLast();
    assertThat(said.lines().getFirst().text().plain(new PropertyWords(Language.EN)))
        .contains("now has 0 of 8 dead (was " + asked.situation().dead() + ")");
  }

  @Test
  void aHealthyRunIsNotInterrupted() {
    try (Trainer trainer = Trainer.of(Presets.named("circle").experiment())) {
      for (int i = 0; i < STEPS; i++) {
        trainer.step();
      }
      assertThat(TUTOR.offer(trainer.log(), Attention.FRESH, 0)).isEmpty();
    }
  }
}
