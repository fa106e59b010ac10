package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lab.tinynet.tutor.grade.Segments.Clause;
import lab.tinynet.tutor.grade.Vocabulary.Found;
import lab.tinynet.tutor.question.Cue;
import lab.tinynet.tutor.question.IdeaPattern;
import lab.tinynet.tutor.question.Lexicon;
import lab.tinynet.tutor.question.Question.Relation;

/// Reads an answer: words into concepts, clauses, negations, what is said to be rejected, and last
/// the relations of the question.
final class Reader {
  private record Named(String name, List<IdeaPattern> patterns) {}

  private final Vocabulary vocabulary;
  private final Set<String> light;
  private final List<Named> relations;

  Reader(Lexicon lexicon, List<Relation> relations) {
    this.vocabulary = new Vocabulary(lexicon);
    this.light = lexicon.light();
    this.relations =
        relations.stream()
            .map(
                relation ->
                    new Named(
                        relation.name(),
                        relation.patterns().stream().map(IdeaPattern::parse).toList()))
            .toList();
  }

  /// @param given texts that the student had before the eyes: repeating them says nothing
  Reading read(String answer, Echo given) {
    NormalText text = NormalText.of(answer);
    List<Found> found = vocabulary.find(text.text());
    Map<Integer, Integer> breaks =
        found.stream()
            .filter(word -> word.cues().contains(Cue.BREAK))
            .collect(Collectors.toMap(Found::start, Found::end, Math::max));
    List<Clause> clauses = Segments.of(text.text(), breaks);
    if (clauses.isEmpty()) {
      return new Reading(text, clauses, List.of(), Grade.Manner.BLANK);
    }
    Mute mute = Mute.of(text.text(), clauses, found, given);
    Disowned disowned = Disowned.of(clauses, found);
    List<Token> tokens = tokens(text.text(), clauses, found, mute.clauses(), disowned);
    Reading plain = new Reading(text, clauses, tokens, mute.manner(clauses.size(), tokens));
    return plain.with(related(carried(plain)));
  }

  static int clauseOf(List<Clause> clauses, int place) {
    int found = 0;
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).start() <= place) {
        found = i;
      }
    }
    return found;
  }

  private List<Token> tokens(
      String text, List<Clause> clauses, List<Found> found, Set<Integer> mute, Disowned disowned) {
    Negations negations = Negations.of(text, clauses, found, light);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found word = found.get(i);
      if (word.concepts().isEmpty()) {
        continue;
      }
      int clause = clauseOf(clauses, word.start());
      tokens.add(
          new Token(
              word.concepts(),
              word.start(),
              word.end(),
              clause,
              clauses.get(clause).sentence(),
              negations.negates(i) ^ word.opposite(),
              mute.contains(clause) || disowned.contains(word.start()) || negations.leavesOpen(i)));
    }
    return tokens;
  }

  /// What a heading names holds for the sentences after it, up to the next heading.
  private static List<Token> carried(Reading reading) {
    List<Token> all = new ArrayList<>();
    List<Token> heading = List.of();
    int headingSentence = -1;
    for (int i = 0; i < reading.clauses().size(); i++) {
      int index = i;
      Clause clause = reading.clauses().get(i);
      boolean first = i == 0 || reading.clauses().get(i - 1).sentence() != clause.sentence();
      if (first && clause.sentence() != headingSentence && !clause.heading()) {
        for (Token token : heading) {
          all.add(token.in(clause.sentence(), i, clause.start()));
        }
      }
      List<Token> own = reading.tokens().stream().filter(token -> token.clause() == index).toList();
      all.addAll(own);
      if (clause.heading()) {
        heading =
            own.stream().filter(token -> token.means("cure") || token.means("cause")).toList();
        headingSentence = clause.sentence();
      }
    }
    return all;
  }

  private List<Token> related(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens);
    for (Named relation : relations) {
      List<Token> derived = new ArrayList<>();
      for (IdeaPattern pattern : relation.patterns) {
        for (PatternMatch.Hit hit : PatternMatch.all(pattern, all)) {
          derived.add(
              new Token(
                  Set.of(relation.name),
                  hit.start(),
                  hit.end(),
                  hit.clause(),
                  hit.sentence(),
                  false,
                  false));
        }
      }
      all.addAll(derived);
    }
    return all;
  }
}
