package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import lab.tinynet.tutor.question.Cue;
import lab.tinynet.tutor.question.Lexicon;

/// Finds the words of a lexicon in a plain text: the leftmost and longest first, none inside
/// another.
final class Vocabulary {
  /// A word found.
  ///
  /// @param opposite whether it means the opposite of its concepts
  record Found(int start, int end, Set<String> concepts, Set<Cue> cues, boolean opposite) {
    Found {
      concepts = Set.copyOf(concepts);
      cues = Set.copyOf(cues);
    }
  }

  private record Entry(Form form, Set<String> concepts, Set<Cue> cues) {}

  private final List<Entry> entries;

  Vocabulary(Lexicon lexicon) {
    Map<String, Set<String>> concepts = new LinkedHashMap<>();
    Map<String, Set<Cue>> cues = new LinkedHashMap<>();
    lexicon
        .concepts()
        .forEach(
            (concept, forms) ->
                forms.forEach(
                    form ->
                        concepts
                            .computeIfAbsent(form, _ -> new LinkedHashSet<>())
                            .addAll(withIncluding(concept, lexicon))));
    lexicon
        .cues()
        .forEach(
            (cue, forms) ->
                forms.forEach(
                    form -> cues.computeIfAbsent(form, _ -> EnumSet.noneOf(Cue.class)).add(cue)));
    Set<String> forms = new TreeSet<>(concepts.keySet());
    forms.addAll(cues.keySet());
    entries =
        forms.stream()
            .map(
                form ->
                    new Entry(
                        Form.of(form),
                        concepts.getOrDefault(form, Set.of()),
                        cues.getOrDefault(form, Set.of())))
            .toList();
  }

  private static Set<String> withIncluding(String concept, Lexicon lexicon) {
    Set<String> all = new LinkedHashSet<>();
    all.add(concept);
    lexicon
        .includes()
        .forEach(
            (general, parts) -> {
              if (parts.contains(concept)) {
                all.add(general);
              }
            });
    return all;
  }

  List<Found> find(String text) {
    List<Found> all = new ArrayList<>();
    for (Entry entry : entries) {
      if (!text.contains(entry.form.literal())) {
        continue;
      }
      Matcher matcher = entry.form.pattern().matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          all.add(
              new Found(
                  matcher.start(),
                  matcher.end(),
                  entry.concepts,
                  entry.cues,
                  entry.form.opposite()));
        }
      }
    }
    all.sort(
        Comparator.comparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed())
            .thenComparing(Found::opposite));
    List<Found> kept = new ArrayList<>();
    for (Found found : all) {
      Found last = kept.isEmpty() ? null : kept.getLast();
      if (last == null || found.start >= last.end) {
        kept.add(found);
      } else if (found.start == last.start && found.end == last.end) {
        if (found.opposite == last.opposite) {
          kept.set(kept.size() - 1, merged(last, found));
        } else {
          kept.add(found);
        }
      }
    }
    return kept;
  }

  private static Found merged(Found one, Found other) {
    Set<String> concepts = new HashSet<>(one.concepts);
    concepts.addAll(other.concepts);
    Set<Cue> cues = new HashSet<>(one.cues);
    cues.addAll(other.cues);
    return new Found(one.start, one.end, concepts, cues, one.opposite);
  }
}
