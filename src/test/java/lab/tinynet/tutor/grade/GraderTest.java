package lab.tinynet.tutor.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.tinynet.tutor.answer.Verdict;
import lab.tinynet.tutor.grade.Grade.Manner;
import lab.tinynet.tutor.grade.Grade.Status;
import lab.tinynet.tutor.question.ExampleAnswer;
import lab.tinynet.tutor.question.QuestionBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraderTest {
  private static final QuestionBank BANK = QuestionBank.builtIn();
  private static final Grader Q5 = new Grader(BANK.question("q5").orElseThrow(), BANK.lexicon());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "输入一直是负的，ReLU 输出 0，梯度也是 0，权重不再更新。可以换成 Leaky ReLU。",
        "The pre-activation is negative for every example, so the output is always 0 and so is the"
            + " gradient; the weights no longer update. Use a smaller learning rate.",
        "dead neuron 的输出永远是 0，gradient 也是 0，weights 不 update 了，用 leaky relu 就行。"
      })
  void aCompleteAnswerIsFullInEitherLanguageAndMixed(String answer) {
    assertThat(Q5.grade(answer).verdict()).isEqualTo(Verdict.FULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "梯度为零 | MET",
        "梯度不为零 | CONTRADICTED",
        "它的梯度并不等于 0 | CONTRADICTED",
        "没有梯度传回来 | MET",
        "权重不再更新 | MET",
        "权重不会停止更新 | ABSENT",
        "the gradient is zero | MET",
        "the gradient is not zero | CONTRADICTED",
        "the weights never update | MET",
        "the weights keep updating | ABSENT",
        "It is NOT true that the gradient is zero. | ABSENT",
        "有人说梯度是零，这是错的。 | ABSENT",
        "Leaky ReLU 的梯度不为零 | ABSENT"
      })
  void aNegationTurnsAnIdea(String answer, Status expected) {
    assertThat(Q5.grade(answer).status("q5.zero-gradient")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "增大学习率就能救活它们",
        "我会把学习率调大一点",
        "Raise the learning rate to revive them.",
        "use a higher learning rate"
      })
  void aLargerRateAsTheCureIsAMisconceptionAndNoRemedy(String answer) {
    Grade grade = Q5.grade(answer);
    assertThat(grade.asserted()).containsExactly("q5.m.raise-lr");
    assertThat(grade.met()).isEmpty();
    assertThat(grade.verdict()).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "学习率过大会导致神经元死亡",
        "增大学习率会导致更多单元死亡",
        "A learning rate that is too high causes units to die.",
        "because the learning rate is too large"
      })
  void aLargeRateAsTheCauseIsTheCause(String answer) {
    Grade grade = Q5.grade(answer);
    assertThat(grade.met()).containsExactly("q5.cause");
    assertThat(grade.asserted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "降低学习率",
        "学习率不要太大",
        "避免使用过大的学习率",
        "lower the learning rate",
        "avoid too large a learning rate"
      })
  void aSmallerRateIsARemedy(String answer) {
    Grade grade = Q5.grade(answer);
    assertThat(grade.met()).containsExactly("q5.training-remedy");
    assertThat(grade.asserted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "有人说增大学习率就能救活它们，这是错的。",
        "有人认为多训练一会儿它会自己恢复，其实不会。",
        "并不是说对一个样本输出 0 就死了。",
        "换回 sigmoid 是不对的。",
        "Some say a dead unit is removed from the network. That is wrong.",
        "It is not true that more training brings it back by itself.",
        "People think a bigger learning rate would revive them, but actually it would not.",
        "It's a myth that large positive inputs saturate the ReLU."
      })
  void aWrongBeliefThatIsRejectedDoesNotFire(String answer) {
    assertThat(Q5.grade(answer).asserted()).isEmpty();
  }

  @Test
  void whatFollowsTheRejectionCounts() {
    Grade grade = Q5.grade("有人说它会自己恢复，其实不会：它对所有样本输出 0，梯度也是 0，要换成 Leaky ReLU。");
    assertThat(grade.met()).contains("q5.zero-output", "q5.zero-gradient", "q5.variant");
    assertThat(grade.verdict()).isEqualTo(Verdict.FULL);
  }

  @Test
  void aMisconceptionCapsTheVerdictAtPartial() {
    Grade grade = Q5.grade("输出恒为 0，梯度也是 0，权重不更新。换成 Leaky ReLU，再把学习率调大就能救活。");
    assertThat(grade.met()).contains("q5.zero-output", "q5.zero-gradient", "q5.variant");
    assertThat(grade.asserted()).containsExactly("q5.m.raise-lr");
    assertThat(grade.verdict()).isEqualTo(Verdict.PARTIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单元对一个样本输出 0 还不算死亡。",
        "A unit that outputs 0 for one example is not dead yet.",
        "Output zero on a single example doesn't mean that the unit is dead."
      })
  void zeroForOneExampleIsNeitherTheIdeaNorTheMisconceptionWhenSaidNotToBeDeath(String answer) {
    Grade grade = Q5.grade(answer);
    assertThat(grade.met()).isEmpty();
    assertThat(grade.asserted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "只要对一个样本输出 0，这个单元就死了。",
        "As soon as it outputs 0 for one example, the unit is dead."
      })
  void zeroForOneExampleTakenForDeathIsTheMisconception(String answer) {
    assertThat(Q5.grade(answer).asserted()).containsExactly("q5.m.one-example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "输入总是正的，输出恒为 0，梯度不为 0，权重一直在更新。换成 Leaky ReLU。",
        "输入总是负的，输出并不为 0，梯度也不是 0，权重继续更新，不需要 Leaky ReLU。",
        "输入一直是负的，ReLU 输出 0，但梯度不是 0，所以权重还会更新。可以用 Leaky ReLU。",
        "输出恒为 0，梯度也是 0，权重不再更新。但是换成 Leaky ReLU 没有用，减小学习率也没有用。",
        "输出恒为 0，梯度也是 0，权重不再更新。不应该换成 Leaky ReLU。",
        "Leaky ReLU 的输出恒为 0，梯度也是 0，应该换成 ReLU。",
        "它的权重不更新，所以梯度才是 0。",
        "The unit never outputs 0, its gradient is never 0, and the weights always update. Use"
            + " Leaky ReLU.",
        "The output is always 0 but the gradient isn't, so the weights keep changing. Use Leaky"
            + " ReLU.",
        "The output is always zero and the gradient is zero, so replace Leaky ReLU by ReLU.",
        "It outputs zero for every example, yet its gradient is large, and the cure is a larger"
            + " learning rate.",
        "If the input is positive the output is 0 and the gradient is 0; use a larger learning"
            + " rate.",
        "zero output zero gradient no update leaky relu",
        "输出零 梯度零 不更新 用 Leaky ReLU",
        "死亡ReLU是指输出为0和梯度为0。",
        "有人说输出是 0、梯度是 0、要用 Leaky ReLU，这些都是错的。",
        "It is false that the output is 0, false that the gradient is 0, and false that Leaky ReLU"
            + " helps.",
        "The output isn't zero because the gradient isn't zero; don't use Leaky ReLU.",
        "Someone claims its gradient is zero, output always zero and leaky relu fixes it. I"
            + " disagree."
      })
  void anAnswerTurnedByANegationASwapOrARejectionIsNeverFull(String answer) {
    assertThat(Q5.grade(answer).verdict()).isNotEqualTo(Verdict.FULL);
  }

  @Test
  void aUnitOfALaterLayerMayComeBack() {
    assertThat(Q5.grade("后面的层里的单元有可能自己恢复，因为前面的层还在变。").asserted()).isEmpty();
    assertThat(
            Q5.grade("A unit in a later layer may recover by itself when earlier layers move.")
                .asserted())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | BLANK",
        "？？ | BLANK",
        "死亡 ReLU 输出 0 梯度 0 权重 Leaky ReLU 学习率 He 初始化 | HEAP",
        "dead relu zero output zero gradient leaky relu learning rate | HEAP",
        "它们为什么不再变化？你会怎样救活它们？ | ECHO",
        "Describe the dying-ReLU problem, and how you would solve it. | ECHO",
        "我不知道 | IGNORANCE",
        "no idea | IGNORANCE",
        "请给我满分，这个答案提到了输出为零、梯度为零和 Leaky ReLU。 | APPEAL",
        "Award full marks: zero output, zero gradient, leaky relu. | APPEAL"
      })
  void aTextThatStatesNothingEarnsNothing(String answer, Manner manner) {
    Grade grade = Q5.grade(answer);
    assertThat(grade.manner()).isEqualTo(manner);
    assertThat(grade.verdict()).isEqualTo(Verdict.NONE);
    assertThat(grade.met()).isEmpty();
  }

  @Test
  void whatIsStatedBesideAskingForMarksIsJudgedAsUsual() {
    Grade grade = Q5.grade("梯度是 0，所以权重不更新。请给我满分！");
    assertThat(grade.met()).containsExactly("q5.zero-gradient");
  }

  @Test
  void theEvidenceIsTheStudentsOwnWords() {
    String answer = "嗯……我想：ＲｅＬＵ 的梯度是 ０，别的我不清楚。";
    Grade grade = Q5.grade(answer);
    assertThat(grade.evidence("q5.zero-gradient"))
        .hasValueSatisfying(
            evidence -> {
              assertThat(evidence.quote()).isEqualTo("ＲｅＬＵ 的梯度是 ０");
              assertThat(answer.substring(evidence.start(), evidence.end()))
                  .isEqualTo(evidence.quote());
              assertThat(evidence.basis()).isInstanceOf(Grade.Basis.ByRule.class);
            });
  }

  @Test
  void theSameAnswerAlwaysGetsTheSameGrade() {
    String answer = "学习率太大，单元输出恒为 0，没有梯度；换成 ELU。";
    Grader other = new Grader(BANK.question("q5").orElseThrow(), BANK.lexicon());
    assertThat(other.grade(answer)).isEqualTo(Q5.grade(answer)).isEqualTo(Q5.grade(answer));
  }

  @Test
  void everyGradedExampleGetsItsOwnVerdict() {
    List<String> wrong =
        BANK.question("q5").orElseThrow().examples().stream()
            .filter(example -> Q5.grade(example.text()).verdict() != example.verdict())
            .map(ExampleAnswer::id)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void aVeryLongAnswerIsGradedInTime() {
    String answer = "输出恒为 0，梯度也是 0，所以权重不再更新。".repeat(80);
    long start = System.nanoTime();
    Grade grade = Q5.grade(answer);
    assertThat(grade.met()).contains("q5.zero-output", "q5.zero-gradient");
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }
}
