package lab.tinynet.tutor.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import lab.tinynet.tutor.answer.Verdict;
import org.junit.jupiter.api.Test;

class QuestionBankTest {
  private static final Path TUTOR = Path.of("assets", "tutor");
  private final QuestionBank bank = QuestionBank.builtIn();

  @Test
  void everyQuestionFileIsInTheBankAndValid() throws IOException {
    Set<String> files = new TreeSet<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(TUTOR, "q*.json")) {
      folder.forEach(file -> files.add(file.getFileName().toString()));
    }
    assertThat(files).containsExactlyInAnyOrderElementsOf(QuestionBank.BUILT_IN);
    assertThat(bank.questions()).extracting(Question::id).doesNotHaveDuplicates();
  }

  @Test
  void questionFiveHasTheIdsAndNeedsOfTheRubric() {
    Question q5 = bank.question("q5").orElseThrow();
    assertThat(q5.expectations())
        .extracting(Expectation::id)
        .containsExactly(
            "q5.zero-output",
            "q5.zero-gradient",
            "q5.cause",
            "q5.variant",
            "q5.training-remedy",
            "q5.capacity");
    assertThat(q5.misconceptions())
        .extracting(Misconception::id)
        .containsExactly(
            "q5.m.one-example",
            "q5.m.positive-side",
            "q5.m.raise-lr",
            "q5.m.removed",
            "q5.m.sigmoid-cure",
            "q5.m.revives-itself");
    assertThat(q5.stem().zh()).startsWith("ReLU 激活函数虽然解决了 Sigmoid 和 Tanh");
    assertThat(q5.stem().en()).startsWith("ReLU eases the vanishing gradients");
  }

  @Test
  void aFullVerdictWantsBothMechanismsAndOneRemedyAndNoWrongBelief() {
    Question q5 = bank.question("q5").orElseThrow();
    List<String> mechanism = List.of("q5.zero-output", "q5.zero-gradient");
    List<String> whole = List.of("q5.zero-output", "q5.zero-gradient", "q5.training-remedy");
    assertThat(q5.verdict(List.of(), List.of())).isEqualTo(Verdict.NONE);
    assertThat(q5.verdict(mechanism, List.of())).isEqualTo(Verdict.PARTIAL);
    assertThat(q5.verdict(whole, List.of())).isEqualTo(Verdict.FULL);
    assertThat(q5.verdict(whole, List.of("q5.m.raise-lr"))).isEqualTo(Verdict.PARTIAL);
    assertThat(q5.verdict(List.of("q5.cause"), List.of())).isEqualTo(Verdict.PARTIAL);
    assertThat(q5.verdict(List.of(), List.of("q5.m.raise-lr"))).isEqualTo(Verdict.NONE);
    assertThat(q5.missing(mechanism)).extracting(Expectation::id).containsExactly("q5.variant");
  }

  @Test
  void everyIdeaHasExamplesInBothLanguages() {
    for (Question question : bank.questions()) {
      for (Language language : Language.values()) {
        List<ExampleAnswer> own =
            question.examples().stream().filter(one -> one.language() == language).toList();
        assertThat(own).as(question.id() + " " + language).hasSizeGreaterThanOrEqualTo(60);
        question
            .expectations()
            .forEach(idea -> assertThat(own).as(idea.id()).anyMatch(one -> one.has(idea.id())));
        question
            .misconceptions()
            .forEach(idea -> assertThat(own).as(idea.id()).anyMatch(one -> one.has(idea.id())));
      }
    }
  }

  @Test
  void aMissingLanguageIsNamed() {
    assertThat(flaws(q5 -> ((ObjectNode) q5.get("hints").get(0)).remove("en")))
        .contains("hints[0].en missing-field");
  }

  @Test
  void aDuplicateIdIsNamed() {
    assertThat(
            flaws(q5 -> ((ObjectNode) q5.get("expectations").get(1)).put("id", "q5.zero-output")))
        .contains("expectations[1].id duplicate-id");
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertThat(flaws(q5 -> ((ObjectNode) q5.get("when")).put("detectr", "dead-units")))
        .contains("when.detectr unknown-field");
  }

  @Test
  void aSlotThatIsNotDeclaredIsNamed() {
    assertThat(flaws(q5 -> ((ObjectNode) q5.get("why")).put("zh", "{layer} {neuron}")))
        .contains("why.zh unknown-slot");
  }

  @Test
  void aPatternThatCannotBeReadAndAConceptThatDoesNotExistAreNamed() {
    assertThat(
            flaws(
                q5 -> {
                  ArrayNode met = (ArrayNode) q5.get("expectations").get(0).get("met");
                  met.add("output zero");
                  met.add("c: output zilch");
                }))
        .anyMatch(flaw -> flaw.startsWith("expectations[0].met[") && flaw.endsWith("no-pattern"))
        .anyMatch(
            flaw -> flaw.startsWith("expectations[0].met[") && flaw.endsWith("unknown-concept"));
  }

  @Test
  void anExampleWhoseVerdictDoesNotFollowFromItsIdeasIsNamed() {
    assertThat(flaws(q5 -> ((ObjectNode) q5.get("examples").get(0)).put("verdict", "none")))
        .contains("examples[0].verdict verdict-differs");
  }

  @Test
  void aDetectorARemedyAndAnIdeaThatDoNotExistAreNamed() {
    assertThat(
            flaws(
                q5 -> {
                  ((ObjectNode) q5.get("when")).put("detector", "sleepy");
                  ((ObjectNode) q5.get("misconceptions").get(2)).put("refutation", "pray");
                  ((ArrayNode) q5.get("remedies").get(0).get("shows")).add("q5.magic");
                }))
        .contains(
            "when.detector unknown-detector",
            "misconceptions[2].refutation unknown-remedy",
            "remedies[0].shows unknown-idea");
  }

  @Test
  void aFileThatIsNoJsonIsRefusedWithThePlace() {
    assertThatThrownBy(() -> QuestionReader.read("q9.json", "{\n  \"id\": ,", bank.lexicon()))
        .isInstanceOfSatisfying(
            FlawedQuestion.class,
            refused ->
                assertThat(refused.flaws())
                    .singleElement()
                    .satisfies(
                        flaw -> {
                          assertThat(flaw.code()).isEqualTo(Flaw.Code.NOT_JSON);
                          assertThat(flaw.arguments()).containsEntry("line", "2");
                        }));
  }

  @Test
  void everyFlawHasASentenceInBothLanguages() throws IOException {
    for (Language language : Language.values()) {
      Properties texts = new Properties();
      try (var in =
          Files.newBufferedReader(
              Path.of("assets/i18n/tutor_" + language.code() + ".properties"))) {
        texts.load(in);
      }
      assertThat(Flaw.Code.values())
          .allMatch(code -> texts.containsKey(new Flaw("q5.json", "", code, Map.of()).key()));
    }
  }

  private List<String> flaws(Consumer<JsonNode> damage) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      JsonNode q5 = mapper.readTree(Files.readString(TUTOR.resolve("q5.json")));
      damage.accept(q5);
      QuestionReader.read("q5.json", mapper.writeValueAsString(q5), bank.lexicon());
    } catch (FlawedQuestion refused) {
      return refused.flaws().stream().map(flaw -> flaw.path() + " " + flaw.code().key()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return List.of();
  }
}
