package lab.tinynet.tutor.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Initializer;
import lab.tinynet.tutor.answer.Verdict;
import lab.tinynet.tutor.question.Flaw.Code;

/// Reads one question from JSON (format 1). `src/docs` says what each field means.
public final class QuestionReader {
  private static final int FORMAT = 1;

  private QuestionReader() {}

  /// @param file name of the file, for what is said of its flaws
  /// @throws FlawedQuestion with everything that is wrong with it
  public static Question read(String file, String json, Lexicon lexicon) {
    List<Flaw> flaws = new ArrayList<>();
    Json root = Json.parse(file, json, flaws);
    if (flaws.isEmpty()) {
      Question question = question(root);
      if (flaws.isEmpty()) {
        flaws.addAll(QuestionCheck.flaws(file, question, lexicon));
      }
      if (flaws.isEmpty()) {
        return question;
      }
    }
    throw new FlawedQuestion(flaws);
  }

  private static Question question(Json root) {
    root.only(
        "format",
        "id",
        "stem",
        "situated",
        "why",
        "slots",
        "when",
        "anchor",
        "expectations",
        "misconceptions",
        "words",
        "relations",
        "hints",
        "modelAnswer",
        "closing",
        "remedies",
        "examples");
    if (root.at("format").number() != FORMAT) {
      root.at("format").wrong(Code.UNKNOWN_FORMAT);
    }
    Map<String, List<String>> words = new LinkedHashMap<>();
    root.at("words").fields().forEach((concept, forms) -> words.put(concept, forms.texts()));
    Map<String, SlotType> slots = new LinkedHashMap<>();
    root.at("slots").fields().forEach((name, type) -> slots.put(name, slotType(type)));
    List<Question.Relation> relations = new ArrayList<>();
    root.at("relations")
        .fields()
        .forEach((name, texts) -> relations.add(new Question.Relation(name, texts.texts())));
    return new Question(
        root.at("id").text(),
        root.at("stem").localText(),
        root.at("situated").localText(),
        root.at("why").localText(),
        slots,
        root.at("when").only("detector").at("detector").text(),
        anchor(root.at("anchor")),
        root.at("expectations").items().stream().map(QuestionReader::expectation).toList(),
        root.at("misconceptions").items().stream().map(QuestionReader::misconception).toList(),
        words,
        relations,
        root.at("hints").items().stream().map(Json::localText).toList(),
        root.at("modelAnswer").localText(),
        root.at("closing").localText(),
        root.at("remedies").items().stream().map(QuestionReader::remedy).toList(),
        root.at("examples").items().stream().map(QuestionReader::example).toList());
  }

  private static SlotType slotType(Json json) {
    Optional<SlotType> type = SlotType.named(json.text());
    if (type.isEmpty()) {
      json.wrong(Code.UNKNOWN_WORD, "known", "layer, count, step");
    }
    return type.orElse(SlotType.COUNT);
  }

  private static Question.Anchor anchor(Json json) {
    json.only("chart", "layer");
    return new Question.Anchor(
        json.at("chart").text(), json.has("layer") ? slotName(json.at("layer")) : "");
  }

  /// The name in `{name}`.
  private static String slotName(Json json) {
    String text = json.text();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      json.wrong(Code.EXPECTED_SLOT);
      return "";
    }
    return text.substring(1, text.length() - 1);
  }

  private static Expectation expectation(Json json) {
    json.only("id", "required", "oneOf", "idea", "confirm", "gap", "met", "denied", "partly");
    Expectation.Need need;
    if (json.has("oneOf")) {
      need = new Expectation.Need.OneOf(json.at("oneOf").text());
    } else if (json.at("required").node().asBoolean()) {
      need = new Expectation.Need.Required();
    } else {
      need = new Expectation.Need.Optional();
    }
    return new Expectation(
        json.at("id").text(),
        need,
        json.at("idea").localText(),
        json.at("confirm").localText(),
        json.at("gap").localText(),
        json.at("met").texts(),
        json.optionalTexts("denied"),
        json.optionalTexts("partly"));
  }

  private static Misconception misconception(Json json) {
    json.only("id", "belief", "contrast", "refutation", "asserted");
    return new Misconception(
        json.at("id").text(),
        json.at("belief").localText(),
        json.at("contrast").localText(),
        json.has("refutation") ? Optional.of(json.at("refutation").text()) : Optional.empty(),
        json.at("asserted").texts());
  }

  private static Remedy remedy(Json json) {
    json.only("id", "label", "shows", "do");
    return new Remedy(
        json.at("id").text(),
        json.at("label").localText(),
        json.optionalTexts("shows"),
        change(json.at("do")));
  }

  private static Remedy.Change change(Json json) {
    if (json.has("scale")) {
      json.only("scale", "factor");
      if (!json.at("scale").text().equals("rate")) {
        json.at("scale").wrong(Code.UNKNOWN_WORD, "known", "rate");
      }
      double factor = json.at("factor").number();
      if (!(factor > 0)) {
        json.at("factor").wrong(Code.EXPECTED_POSITIVE);
      }
      return new Remedy.Change.ScaleRate(factor);
    }
    json.only("set", "layer", "value");
    String layer = slotName(json.at("layer"));
    String value = json.at("value").text();
    if (json.at("set").text().equals("init")) {
      Optional<Initializer.Kind> kind = Initializer.Kind.named(value);
      if (kind.isEmpty()) {
        json.at("value").wrong(Code.UNKNOWN_WORD, "known", "he-normal, xavier-normal, …");
      }
      return new Remedy.Change.SetInitializer(
          layer, Initializer.of(kind.orElse(Initializer.Kind.HE_NORMAL)));
    }
    if (!json.at("set").text().equals("activation")) {
      json.at("set").wrong(Code.UNKNOWN_WORD, "known", "activation, init");
    }
    Optional<Activation.Kind> kind = Activation.Kind.named(value);
    if (kind.isEmpty()) {
      json.at("value").wrong(Code.UNKNOWN_WORD, "known", "leaky-relu, elu, gelu, …");
    }
    return new Remedy.Change.SetActivation(
        layer, Activation.of(kind.orElse(Activation.Kind.LEAKY_RELU)));
  }

  private static ExampleAnswer example(Json json) {
    json.only("id", "lang", "text", "verdict", "e", "m");
    Optional<Language> language = Language.of(json.at("lang").text());
    if (language.isEmpty()) {
      json.at("lang").wrong(Code.UNKNOWN_WORD, "known", "zh, en");
    }
    Verdict verdict = Verdict.NONE;
    String wanted = json.at("verdict").text();
    boolean known = false;
    for (Verdict candidate : Verdict.values()) {
      if (candidate.json().equals(wanted)) {
        verdict = candidate;
        known = true;
      }
    }
    if (!known) {
      json.at("verdict").wrong(Code.UNKNOWN_WORD, "known", "full, partial, none");
    }
    return new ExampleAnswer(
        json.at("id").text(),
        language.orElse(Language.EN),
        json.at("text").node().asText(),
        verdict,
        json.optionalTexts("e"),
        json.optionalTexts("m"));
  }
}
