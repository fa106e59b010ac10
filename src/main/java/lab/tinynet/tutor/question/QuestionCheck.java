package lab.tinynet.tutor.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.tinynet.telemetry.Detectors;
import lab.tinynet.tutor.question.Flaw.Code;

/// What must hold of a question beyond its form: ids are unique, references point at something,
/// slots are declared, patterns can be read, examples are marked as the rubric would.
final class QuestionCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Set<String> SUPPLIED = Set.of("layer", "dead", "units", "since", "steps");

  private final String file;
  private final Question question;
  private final Set<String> concepts;
  private final List<Flaw> flaws = new ArrayList<>();

  private QuestionCheck(String file, Question question, Lexicon lexicon) {
    this.file = file;
    this.question = question;
    this.concepts = new HashSet<>(lexicon.with(question.words()).names());
  }

  static List<Flaw> flaws(String file, Question question, Lexicon lexicon) {
    QuestionCheck check = new QuestionCheck(file, question, lexicon);
    check.ids();
    check.slots();
    check.references();
    check.patterns();
    check.examples();
    return check.flaws;
  }

  private void ids() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < question.expectations().size(); i++) {
      id(seen, "expectations[" + i + "].id", question.expectations().get(i).id());
    }
    for (int i = 0; i < question.misconceptions().size(); i++) {
      id(seen, "misconceptions[" + i + "].id", question.misconceptions().get(i).id());
    }
    for (String id : seen) {
      if (!id.startsWith(question.id() + ".")) {
        flaw(id, Code.ID_PREFIX, "prefix", question.id() + ".");
      }
    }
    unique("remedies", question.remedies().stream().map(Remedy::id).toList());
    unique("examples", question.examples().stream().map(ExampleAnswer::id).toList());
    if (question.hints().isEmpty()) {
      flaw("hints", Code.EMPTY, "what", "hints");
    }
    if (question.expectations().isEmpty()) {
      flaw("expectations", Code.EMPTY, "what", "expectations");
    }
  }

  private void unique(String list, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      id(seen, list + "[" + i + "].id", ids.get(i));
    }
  }

  private void id(Set<String> seen, String path, String id) {
    if (!seen.add(id)) {
      flaw(path, Code.DUPLICATE_ID, "id", id);
    }
  }

  private void slots() {
    for (String name : question.slots().keySet()) {
      if (!SUPPLIED.contains(name)) {
        flaw("slots." + name, Code.UNKNOWN_SLOT, "name", name);
      }
    }
    text("stem", question.stem(), Set.of());
    text("situated", question.situated(), question.slots().keySet());
    text("why", question.why(), question.slots().keySet());
    text("modelAnswer", question.modelAnswer(), question.slots().keySet());
    text("closing", question.closing(), question.slots().keySet());
    for (int i = 0; i < question.hints().size(); i++) {
      text("hints[" + i + "]", question.hints().get(i), question.slots().keySet());
    }
    Set<String> quoting = new HashSet<>(question.slots().keySet());
    quoting.add("quote");
    for (int i = 0; i < question.expectations().size(); i++) {
      Expectation idea = question.expectations().get(i);
      text("expectations[" + i + "].confirm", idea.confirm(), quoting);
      text("expectations[" + i + "].gap", idea.gap(), question.slots().keySet());
    }
    for (int i = 0; i < question.misconceptions().size(); i++) {
      text(
          "misconceptions[" + i + "].contrast",
          question.misconceptions().get(i).contrast(),
          quoting);
    }
  }

  private void text(String path, LocalText text, Set<String> allowed) {
    for (Language language : Language.values()) {
      Set<String> used = placeholders(text.in(language));
      used.stream()
          .filter(name -> !allowed.contains(name))
          .forEach(name -> flaw(path + "." + language.code(), Code.UNKNOWN_SLOT, "name", name));
    }
    if (!placeholders(text.zh()).equals(placeholders(text.en()))) {
      flaw(path, Code.SLOTS_DIFFER, "what", path);
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new HashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void references() {
    if (Detectors.named(question.detector()).isEmpty()) {
      flaw("when.detector", Code.UNKNOWN_DETECTOR, "name", question.detector());
    }
    layerSlot("anchor.layer", question.anchor().layerSlot());
    for (int i = 0; i < question.remedies().size(); i++) {
      Remedy remedy = question.remedies().get(i);
      String path = "remedies[" + i + "]";
      for (String shown : remedy.shows()) {
        if (question.expectation(shown).isEmpty()) {
          flaw(path + ".shows", Code.UNKNOWN_IDEA, "id", shown);
        }
      }
      switch (remedy.change()) {
        case Remedy.Change.SetActivation set -> layerSlot(path + ".do.layer", set.layerSlot());
        case Remedy.Change.SetInitializer set -> layerSlot(path + ".do.layer", set.layerSlot());
        case Remedy.Change.ScaleRate _ -> {}
      }
    }
    for (int i = 0; i < question.misconceptions().size(); i++) {
      String path = "misconceptions[" + i + "].refutation";
      question
          .misconceptions()
          .get(i)
          .refutation()
          .filter(id -> question.remedy(id).isEmpty())
          .ifPresent(id -> flaw(path, Code.UNKNOWN_REMEDY, "id", id));
    }
  }

  private void layerSlot(String path, String slot) {
    if (!slot.isEmpty() && question.slots().get(slot) != SlotType.LAYER) {
      flaw(path, Code.NOT_A_LAYER_SLOT, "name", slot);
    }
  }

  private void patterns() {
    for (Question.Relation relation : question.relations()) {
      patterns("relations." + relation.name(), relation.patterns());
      concepts.add(relation.name());
    }
    for (int i = 0; i < question.expectations().size(); i++) {
      Expectation idea = question.expectations().get(i);
      patterns("expectations[" + i + "].met", idea.met());
      patterns("expectations[" + i + "].denied", idea.denied());
      patterns("expectations[" + i + "].partly", idea.partly());
    }
    for (int i = 0; i < question.misconceptions().size(); i++) {
      patterns("misconceptions[" + i + "].asserted", question.misconceptions().get(i).asserted());
    }
  }

  private void patterns(String path, List<String> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      String where = path + "[" + i + "]";
      try {
        for (String concept : IdeaPattern.parse(patterns.get(i)).concepts()) {
          if (!concepts.contains(concept)) {
            flaw(where, Code.UNKNOWN_CONCEPT, "name", concept);
          }
        }
      } catch (IllegalArgumentException e) {
        flaw(where, Code.NO_PATTERN, "text", e.getMessage());
      }
    }
  }

  private void examples() {
    for (int i = 0; i < question.examples().size(); i++) {
      ExampleAnswer example = question.examples().get(i);
      String path = "examples[" + i + "]";
      for (String id : example.expectations()) {
        if (question.expectation(id).isEmpty()) {
          flaw(path + ".e", Code.UNKNOWN_IDEA, "id", id);
        }
      }
      for (String id : example.misconceptions()) {
        if (question.misconception(id).isEmpty()) {
          flaw(path + ".m", Code.UNKNOWN_IDEA, "id", id);
        }
      }
      String right = question.verdict(example.expectations(), example.misconceptions()).json();
      if (!right.equals(example.verdict().json())) {
        flaw(path + ".verdict", Code.VERDICT_DIFFERS, "right", right);
      }
    }
  }

  private void flaw(String path, Code code, String name, String value) {
    flaws.add(new Flaw(file, path, code, Map.of(name, value)));
  }
}
