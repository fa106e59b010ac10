package lab.tinynet.tutor.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.tutor.answer.Verdict;

/// A question with everything that belongs to it, as read from one file of `assets/tutor`.
///
/// @param id such as `q5`
/// @param stem the question as such
/// @param situated the question about what is on screen, with slots
/// @param why why it is asked now, with slots
/// @param slots the slots that its texts may use, with their types
/// @param detector name of the detector whose firing makes it due
/// @param anchor the chart that it speaks of
/// @param words words that mean something in this question only, by concept
/// @param relations named patterns, in the order in which they are looked for
/// @param hints from faint to plain
/// @param modelAnswer shown only after an attempt
/// @param closing said when the question is done
public record Question(
    String id,
    LocalText stem,
    LocalText situated,
    LocalText why,
    Map<String, SlotType> slots,
    String detector,
    Anchor anchor,
    List<Expectation> expectations,
    List<Misconception> misconceptions,
    Map<String, List<String>> words,
    List<Relation> relations,
    List<LocalText> hints,
    LocalText modelAnswer,
    LocalText closing,
    List<Remedy> remedies,
    List<ExampleAnswer> examples) {
  public Question {
    slots = Map.copyOf(slots);
    expectations = List.copyOf(expectations);
    misconceptions = List.copyOf(misconceptions);
    words = Map.copyOf(words);
    relations = List.copyOf(relations);
    hints = List.copyOf(hints);
    remedies = List.copyOf(remedies);
    examples = List.copyOf(examples);
  }

  /// What lights up.
  ///
  /// @param chart id of the chart
  /// @param layerSlot the slot that names the layer; empty when the question is about all
  public record Anchor(String chart, String layerSlot) {}

  /// A named pattern: where one of them is found, a concept of that name stands.
  public record Relation(String name, List<String> patterns) {
    public Relation {
      patterns = List.copyOf(patterns);
    }
  }

  public Optional<Expectation> expectation(String wanted) {
    return expectations.stream().filter(idea -> idea.id().equals(wanted)).findFirst();
  }

  public Optional<Misconception> misconception(String wanted) {
    return misconceptions.stream().filter(belief -> belief.id().equals(wanted)).findFirst();
  }

  public Optional<Remedy> remedy(String wanted) {
    return remedies.stream().filter(remedy -> remedy.id().equals(wanted)).findFirst();
  }

  /// The expectations that a full verdict still wants, given those met: first the required ones,
  /// then the first of every group of which none is met.
  public List<Expectation> missing(List<String> met) {
    return expectations.stream()
        .filter(idea -> !met.contains(idea.id()))
        .filter(
            idea ->
                switch (idea.need()) {
                  case Expectation.Need.Required _ -> true;
                  case Expectation.Need.Optional _ -> false;
                  case Expectation.Need.OneOf(String group) ->
                      group(group).indexOf(idea) == 0
                          && group(group).stream().noneMatch(other -> met.contains(other.id()));
                })
        .toList();
  }

  /// The verdict for an answer that states and asserts so much.
  public Verdict verdict(List<String> met, List<String> asserted) {
    if (met.isEmpty()) {
      return Verdict.NONE;
    }
    return missing(met).isEmpty() && asserted.isEmpty() ? Verdict.FULL : Verdict.PARTIAL;
  }

  private List<Expectation> group(String name) {
    return expectations.stream()
        .filter(idea -> idea.need().equals(new Expectation.Need.OneOf(name)))
        .toList();
  }
}
