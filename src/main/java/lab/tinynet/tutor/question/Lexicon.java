package lab.tinynet.tutor.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.tinynet.tutor.question.Flaw.Code;

/// Which words mean what, in both languages at once: answers mix them.
///
/// A form is a word or phrase in lower case, in which `*` stands for any letters, `_` for an
/// optional space or hyphen, `…` for a few characters of anything, `(a|b)` for one of several. A
/// form that begins with `!` means the opposite of its concept.
///
/// @param concepts forms by concept
/// @param includes concepts that a concept counts as, too: a leaky ReLU is a variant
/// @param cues forms by cue
/// @param light concepts that a negation passes through without being used up: in "should not
///     always be zero" it reaches the zero
public record Lexicon(
    Map<String, List<String>> concepts,
    Map<String, List<String>> includes,
    Map<Cue, List<String>> cues,
    Set<String> light) {
  private static final int FORMAT = 1;

  public Lexicon {
    concepts = Map.copyOf(concepts);
    includes = Map.copyOf(includes);
    cues = Map.copyOf(cues);
    light = Set.copyOf(light);
  }

  /// The names that a pattern may use.
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(concepts.keySet());
    names.addAll(includes.keySet());
    return names;
  }

  /// With the words of one question added.
  public Lexicon with(Map<String, List<String>> words) {
    Map<String, List<String>> all = new LinkedHashMap<>(concepts);
    words.forEach(
        (concept, forms) ->
            all.merge(
                concept,
                forms,
                (known, more) -> {
                  List<String> both = new ArrayList<>(known);
                  both.addAll(more);
                  return both;
                }));
    return new Lexicon(all, includes, cues, light);
  }

  /// @throws FlawedQuestion with everything that is wrong with it
  public static Lexicon read(String file, String json) {
    List<Flaw> flaws = new ArrayList<>();
    Json root = Json.parse(file, json, flaws);
    Map<String, List<String>> concepts = new LinkedHashMap<>();
    Map<String, List<String>> includes = new LinkedHashMap<>();
    Map<Cue, List<String>> cues = new LinkedHashMap<>();
    Set<String> light = new LinkedHashSet<>();
    if (flaws.isEmpty()) {
      root.only("format", "concepts", "includes", "cues", "light");
      if (root.at("format").number() != FORMAT) {
        root.at("format").wrong(Code.UNKNOWN_FORMAT);
      }
      root.at("concepts").fields().forEach((name, forms) -> concepts.put(name, forms.texts()));
      root.at("includes").fields().forEach((name, parts) -> includes.put(name, parts.texts()));
      light.addAll(root.at("light").texts());
      root.at("cues")
          .fields()
          .forEach(
              (name, forms) ->
                  Cue.named(name)
                      .ifPresentOrElse(
                          cue -> cues.put(cue, forms.texts()),
                          () -> forms.wrong(Code.UNKNOWN_FIELD, "known", "negation, mask, …")));
    }
    if (!flaws.isEmpty()) {
      throw new FlawedQuestion(flaws);
    }
    return new Lexicon(concepts, includes, cues, light);
  }
}
