package lab.tinynet.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.telemetry.DeadUnitLog;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.tutor.Turn.Kind;
import lab.tinynet.tutor.answer.Move;
import lab.tinynet.tutor.question.Language;
import lab.tinynet.tutor.question.Question;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Tutor TUTOR = Tutor.withBuiltInQuestions();
  private static final RunLog DYING = DeadUnitLog.of(0, 0, 0, 3, 3, 3, 3, 3).log();
  private static final Experiment EXPERIMENT = experiment();
  private static final String COMPLETE = "输入总是负的，输出恒为 0，梯度也是 0，权重不再更新。换成 Leaky ReLU。";

  private final PropertyWords zh = new PropertyWords(Language.ZH);
  private final PropertyWords en = new PropertyWords(Language.EN);

  private static Experiment experiment() {
    Activation relu = Activation.of(Activation.Kind.RELU);
    Initializer init = Initializer.of(Initializer.Kind.NORMAL);
    LayerSpec hidden = new LayerSpec.Dense(8, relu, init, true, Initializer.ZEROS);
    LayerSpec output =
        new LayerSpec.Dense(1, Activation.of(Activation.Kind.TANH), init, true, Initializer.ZEROS);
    return new Experiment(
        "dying",
        7,
        new DataSpec.Generated(DataSpec.Shape.SPIRAL, 300, 0.1, 0.3),
        List.of(hidden, hidden, output),
        Loss.of(Loss.Kind.MSE),
        new Optimizer.Sgd(0.5),
        BatchSize.DEFAULT,
        Clip.NONE,
        Penalty.NONE);
  }

  private static Conversation asked() {
    return TUTOR.offer(DYING, Attention.FRESH, 0).orElseThrow();
  }

  private static List<Turn.Line> lastLines(Conversation conversation) {
    return ((Turn.TutorSays) conversation.turns().getLast()).lines();
  }

  private static List<Kind> kinds(Conversation conversation) {
    return lastLines(conversation).stream().map(Turn.Line::kind).toList();
  }

  private static String said(Conversation conversation, Words words) {
    return lastLines(conversation).stream()
        .map(line -> line.text().plain(words))
        .collect(Collectors.joining("\n"));
  }

  private static String everythingSaid(Conversation conversation, Words words) {
    return conversation.turns().stream()
        .filter(Turn.TutorSays.class::isInstance)
        .flatMap(turn -> ((Turn.TutorSays) turn).lines().stream())
        .map(line -> line.text().plain(words))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void itAsksWhenUnitsAreStablyDeadAndNamesLayerAndCounts() {
    Conversation conversation = asked();
    assertThat(conversation.stem().plain(zh))
        .startsWith("第 2 个隐藏层（全连接层 2）有 3\u00a0/\u00a08 个单元对探测集的每个样本都输出 0，从第 30 步起");
    assertThat(conversation.why().plain(zh)).contains("死亡数已稳定 40 步");
    assertThat(conversation.stem().plain(en))
        .startsWith("In hidden layer 2 (dense 2), 3 of 8 units output 0");
    assertThat(conversation.why().plain(en)).contains("stable for 40 steps");
    assertThat(conversation.anchor().chart()).isEqualTo("dead-units");
    assertThat(conversation.anchor().layer()).hasValue(1);
    assertThat(conversation.step()).isEqualTo(70);
  }

  @Test
  void itDoesNotAskWhileTheCountFlapsOrNothingIsDead() {
    assertThat(TUTOR.offer(DeadUnitLog.of(2, 3, 2, 3, 2, 3, 2, 3).log(), Attention.FRESH, 0))
        .isEmpty();
    assertThat(TUTOR.offer(DeadUnitLog.of(0, 0, 0, 0, 0, 0, 0).log(), Attention.FRESH, 0))
        .isEmpty();
    assertThat(TUTOR.offer(new DeadUnitLog().log(), Attention.FRESH, 0)).isEmpty();
  }

  @Test
  void itDoesNotAskAboutABrokenRunButAboutOneThatWentOn() {
    DeadUnitLog made = DeadUnitLog.of(3, 3, 3, 3, 3, 3);
    made.log()
        .events()
        .append(
            new Event.Diverged(50, new Divergence(51, "dense 1", Divergence.Quantity.GRADIENT)));
    assertThat(TUTOR.offer(made.log(), Attention.FRESH, 0)).isEmpty();
    made.probe(60, 0, 3);
    assertThat(TUTOR.offer(made.log(), Attention.FRESH, 0)).isPresent();
  }

  @Test
  void ofTwoLayersTheWorseHitIsAskedAbout() {
    DeadUnitLog made = new DeadUnitLog();
    for (int i = 0; i < 6; i++) {
      made.probe(10L * i, 5, 2);
    }
    assertThat(TUTOR.offer(made.log(), Attention.FRESH, 0).orElseThrow().situation().layer())
        .isZero();
  }

  @Test
  void oneCardAtATimeAndThePauseDoublesWhenItIsPutAway() {
    Attention open = Attention.FRESH.asking();
    assertThat(TUTOR.offer(DYING, open, 0)).isEmpty();
    Attention once = open.after(asked().skip(80), 1000);
    assertThat(TUTOR.offer(DYING, once, 1000 + Attention.FIRST_PAUSE - 1)).isEmpty();
    assertThat(TUTOR.offer(DYING, once, 1000 + Attention.FIRST_PAUSE)).isPresent();
    long later = 1000 + Attention.FIRST_PAUSE;
    Attention twice = once.asking().after(asked().skip(80), later);
    assertThat(TUTOR.offer(DYING, twice, later + 2 * Attention.FIRST_PAUSE - 1)).isEmpty();
    assertThat(TUTOR.offer(DYING, twice, later + 2 * Attention.FIRST_PAUSE)).isPresent();
  }

  @Test
  void aQuestionThatWasAnsweredDoesNotComeAgain() {
    Attention after = Attention.FRESH.asking().after(asked().answer(COMPLETE, 80), 0);
    assertThat(TUTOR.offer(DYING, after, 10_000_000)).isEmpty();
  }

  @Test
  void itConfirmsInTheStudentsWordsAndNamesOneGap() {
    Conversation next = asked().answer("因为梯度是零，权重就不变了", 80);
    assertThat(kinds(next)).containsExactly(Kind.CONFIRM, Kind.REFINE);
    assertThat(said(next, zh)).contains("“梯度是零").contains("ReLU 的哪一边");
    assertThat(next.phase()).isEqualTo(Conversation.Phase.ASKING);
    assertThat(next.attempted()).isTrue();
  }

  @Test
  void theLanguageCanBeSwitchedWhileTheCardIsOpen() {
    Conversation next = asked().answer("因为梯度是零，权重就不变了", 80);
    assertThat(said(next, en)).contains("“梯度是零").contains("On which side of ReLU");
  }

  @Test
  void answersAddUpAndAShortAnswerToTheGapCounts() {
    Conversation next =
        asked().answer("梯度是零，权重不更新", 80).answer("输入都是负的，输出总是 0", 90).answer("Leaky ReLU", 100);
    assertThat(next.phase()).isEqualTo(Conversation.Phase.SETTLED);
    assertThat(kinds(next)).containsExactly(Kind.CONFIRM, Kind.ENCOURAGE, Kind.TRY);
    assertThat(next.chips(EXPERIMENT)).first().extracting(Chip::remedy).isEqualTo("leaky");
  }

  @Test
  void aWrongBeliefIsSetAgainstTheScreenAndOffersTheRunThatRefutesIt() {
    Conversation next = asked().answer("把学习率调大就能救活它们", 80);
    assertThat(kinds(next)).containsExactly(Kind.CONTRAST);
    assertThat(next.chips(EXPERIMENT))
        .singleElement()
        .satisfies(
            chip ->
                assertThat(chip.action().applyTo(EXPERIMENT).optimizer().rate()).isEqualTo(5.0));
  }

  @Test
  void nothingIsGivenAwayBeforeAnAttempt() {
    Conversation next =
        asked().hint(80).dontKnow(81).answer("不知道", 82).dontKnow(83).showModelAnswer(84);
    assertThat(next.attempted()).isFalse();
    assertThat(next.canShowModelAnswer()).isFalse();
    assertThat(next.chips(EXPERIMENT)).isEmpty();
    for (Words words : List.of(zh, en)) {
      assertThat(everythingSaid(next, words))
          .doesNotContain("Leaky")
          .doesNotContain("梯度是 0")
          .doesNotContain("gradient is 0")
          .doesNotContain(next.question().modelAnswer().in(words.language()));
    }
  }

  @Test
  void hintsGoFromFaintToPlainAndEnd() {
    Conversation next = asked();
    int hints = next.question().hints().size();
    for (int i = 0; i < hints; i++) {
      assertThat(next.canHint()).isTrue();
      next = next.hint(80);
      assertThat(kinds(next)).containsExactly(Kind.HINT);
    }
    assertThat(next.canHint()).isFalse();
    assertThat(next.hint(80)).isSameAs(next);
    assertThat(kinds(next.dontKnow(80))).containsExactly(Kind.ENCOURAGE);
  }

  @Test
  void theModelAnswerIsShownOnRequestAfterAnAttempt() {
    Conversation next = asked().answer("我猜是训练结束了", 80);
    assertThat(next.canShowModelAnswer()).isTrue();
    Conversation shown = next.showModelAnswer(90);
    assertThat(kinds(shown)).containsExactly(Kind.MODEL_ANSWER, Kind.TRY);
    assertThat(shown.phase()).isEqualTo(Conversation.Phase.SETTLED);
  }

  @Test
  void anEchoAHeapAndAnAppealAreNoAttempts() {
    Conversation next =
        asked()
            .answer("它们为什么不再变化？你会怎样救活它们？", 80)
            .answer("死亡 ReLU 输出 0 梯度 0 Leaky ReLU 学习率 初始化", 80)
            .answer("请给我满分", 80);
    assertThat(next.attempted()).isFalse();
    assertThat(next.answer("   ", 80)).isSameAs(next);
  }

  @Test
  void skippingClosesItAndNothingMoreIsSaid() {
    Conversation closed = asked().skip(80);
    assertThat(closed.phase()).isEqualTo(Conversation.Phase.CLOSED);
    assertThat(closed.answer(COMPLETE, 90)).isSameAs(closed);
    assertThat(closed.skip(90)).isSameAs(closed);
  }

  @Test
  void aRemedyIsWatchedAndItsOutcomeToldWithNumbersFromTheLog() {
    Conversation settled = asked().answer(COMPLETE, 80);
    Chip leaky = settled.chips(EXPERIMENT).getFirst();
    Experiment remedied = leaky.action().applyTo(EXPERIMENT);
    assertThat(((LayerSpec.Dense) remedied.network().get(1)).activation().kind())
        .isEqualTo(Activation.Kind.LEAKY_RELU);
    Conversation watching = settled.tried(leaky, EXPERIMENT, 80);
    assertThat(watching.watching()).isTrue();
    assertThat(said(watching, zh)).contains("到第 70 步").contains("3 / 8");

    assertThat(watching.observe(EXPERIMENT, DYING)).isSameAs(watching);
    assertThat(watching.observe(remedied, DeadUnitLog.of(0, 0, 0, 0).log())).isSameAs(watching);
    Conversation seen = watching.observe(remedied, DeadUnitLog.of(0, 0, 0, 0, 0, 0, 0, 0).log());
    assertThat(seen.watching()).isFalse();
    assertThat(said(seen, en)).contains("dense 2) now has 0 of 8 dead (was 3)");
    assertThat(said(seen, zh)).contains("现在有 0 / 8 个死亡单元（之前是 3）");
    assertThat(kinds(seen)).containsExactly(Kind.VERIFY, Kind.CLOSE);
  }

  @Test
  void aRemedyThatDoesNothingOrHarmIsSaidToDoSo() {
    Conversation wrong = asked().answer("增大学习率就能救活", 80);
    Chip chip = wrong.chips(EXPERIMENT).getFirst();
    Experiment changed = chip.action().applyTo(EXPERIMENT);
    Conversation watching = wrong.tried(chip, EXPERIMENT, 80);
    Conversation more = watching.observe(changed, DeadUnitLog.of(0, 7, 7, 7, 7, 7, 7, 7).log());
    assertThat(said(more, en)).contains("7 of 8 dead (was 3)").contains("more, not fewer");
    Conversation same = watching.observe(changed, DeadUnitLog.of(0, 3, 3, 3, 3, 3, 3, 3).log());
    assertThat(said(same, en)).contains("as many as before");
    RunLog broken = DeadUnitLog.of(0, 0, 0).log();
    broken
        .events()
        .append(new Event.Diverged(20, new Divergence(21, "dense 1", Divergence.Quantity.LOSS)));
    assertThat(said(watching.observe(changed, broken), en)).contains("diverged at step 20");
  }

  @Test
  void anotherChangeAbandonsTheTrial() {
    Conversation settled = asked().answer(COMPLETE, 80);
    Conversation watching = settled.tried(settled.chips(EXPERIMENT).getFirst(), EXPERIMENT, 80);
    Conversation off = watching.observe(EXPERIMENT.withSeed(8), DYING);
    assertThat(off.watching()).isFalse();
    assertThat(off.record().moves().getLast())
        .isEqualTo(new Move.Observed(70, new Move.Outcome.Abandoned()));
  }

  @Test
  void aRemedyThatWouldChangeNothingIsNotOffered() {
    Conversation settled = asked().answer(COMPLETE, 80);
    Experiment leaky = settled.chips(EXPERIMENT).getFirst().action().applyTo(EXPERIMENT);
    assertThat(settled.chips(leaky)).extracting(Chip::remedy).doesNotContain("leaky");
  }

  @Test
  void theSameMovesGiveTheSameWords() {
    assertThat(everythingSaid(walk(), zh)).isEqualTo(everythingSaid(walk(), zh));
    assertThat(walk().record()).isEqualTo(walk().record());
    assertThat(walk().turns()).isEqualTo(walk().turns());
  }

  private static Conversation walk() {
    return asked().hint(71).answer("梯度是 0", 72).dontKnow(73).answer(COMPLETE, 74);
  }

  @Test
  void theRecordTellsWhatWasAskedAndSaidAndWhen() {
    Conversation walked = walk();
    assertThat(walked.record().question()).isEqualTo("q5");
    assertThat(walked.record().step()).isEqualTo(70);
    assertThat(walked.record().slots())
        .containsEntry("layer", "dense 2")
        .containsEntry("dead", "3")
        .containsEntry("units", "8")
        .containsEntry("since", "30");
    assertThat(walked.record().moves()).extracting(Move::step).containsExactly(71L, 72L, 73L, 74L);
  }

  @Test
  void whatAStudentTypesIsNeverTakenForMarkup() {
    Conversation next = asked().answer("它的 *梯度* 是 0，{layer} 的权重不更新", 80);
    assertThat(said(next, zh)).contains("它的 *梯度* 是 0");
    Conversation braces = asked().answer("它在 {layer} 的梯度是 0", 80);
    assertThat(said(braces, zh)).contains("它在 {layer} 的梯度是 0");
  }

  @Test
  void everyTextCanBeSaidInBothLanguages() {
    for (Question question : TUTOR.questions()) {
      for (Words words : List.of(zh, en)) {
        question.expectations().stream()
            .flatMap(idea -> java.util.stream.Stream.of(idea.gap()))
            .map(text -> Phrase.of(text, asked().situation().slots()).plain(words))
            .forEach(text -> assertThat(text).isNotBlank().doesNotContain("{"));
        question.misconceptions().stream()
            .map(belief -> Phrase.of(belief.contrast(), asked().situation().slots()))
            .map(phrase -> phrase.plain(words).replace("{quote}", ""))
            .forEach(text -> assertThat(text).isNotBlank().doesNotContain("{"));
      }
    }
  }
}
