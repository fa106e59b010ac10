package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  /// A negation reaches so many concepts …
  private static final int REACH = 2;

  /// … each at most so many chars away.
  private static final int REACH_CHINESE = 9;

  private static final int REACH_LATIN = 32;

  /// From so many terms without any word that makes them a statement on, a sentence is a heap.
  private static final int HEAP = 4;

  private record Named(String name, List<IdeaPattern> patterns) {}

  private final Vocabulary vocabulary;
  private final List<Named> relations;

  Reader(Lexicon lexicon, List<Relation> relations) {
    this.vocabulary = new Vocabulary(lexicon);
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
    Set<Integer> breaks =
        found.stream()
            .filter(word -> word.cues().contains(Cue.BREAK))
            .map(Found::start)
            .collect(Collectors.toSet());
    List<Clause> clauses = Segments.of(text.text(), breaks);
    if (clauses.isEmpty()) {
      return new Reading(text, clauses, List.of(), Grade.Manner.BLANK);
    }
    Set<Integer> mute = new HashSet<>(begging(clauses, found));
    mute.addAll(questions(clauses, found));
    boolean echo = given.covers(text.text());
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (echo || given.repeats(text.text().substring(clause.start(), clause.end()))) {
        mute.add(i);
      }
    }
    Set<Integer> heaps = heaps(clauses, found);
    mute.addAll(heaps);
    Disowned disowned = Disowned.of(clauses, found);
    List<Token> tokens = tokens(text.text(), clauses, found, mute, disowned);
    Reading plain =
        new Reading(text, clauses, tokens, manner(echo, heaps, mute, clauses, found, tokens));
    return plain.with(related(carried(plain)));
  }

  private static Grade.Manner manner(
      boolean echo,
      Set<Integer> heaps,
      Set<Integer> mute,
      List<Clause> clauses,
      List<Found> found,
      List<Token> tokens) {
    if (echo) {
      return Grade.Manner.ECHO;
    }
    if (mute.size() == clauses.size()) {
      return heaps.isEmpty() ? Grade.Manner.ECHO : Grade.Manner.HEAP;
    }
    boolean ignorant = found.stream().anyMatch(word -> word.cues().contains(Cue.IGNORANCE));
    long said = tokens.stream().filter(token -> !token.disowned()).count();
    return ignorant && said <= 1 ? Grade.Manner.IGNORANCE : Grade.Manner.STATEMENT;
  }

  /// The clauses of every sentence that asks for marks.
  private static Set<Integer> begging(List<Clause> clauses, List<Found> found) {
    Set<Integer> sentences = new HashSet<>();
    for (Found word : found) {
      if (word.cues().contains(Cue.BEGGING)) {
        sentences.add(clauses.get(clauseOf(clauses, word.start())).sentence());
      }
    }
    return clausesOf(clauses, sentences);
  }

  /// The clauses that ask: "why don't they change?".
  private static Set<Integer> questions(List<Clause> clauses, List<Found> found) {
    Set<Integer> asking = new HashSet<>();
    for (Found word : found) {
      int clause = clauseOf(clauses, word.start());
      if (word.cues().contains(Cue.QUESTION) && clauses.get(clause).closing() == '?') {
        asking.add(clause);
      }
    }
    return asking;
  }

  private static Set<Integer> heaps(List<Clause> clauses, List<Found> found) {
    Set<Integer> sentences = new HashSet<>();
    boolean headed = false;
    int last = clauses.getLast().sentence();
    for (int sentence = 0; sentence <= last; sentence++) {
      int at = sentence;
      List<Found> words =
          found.stream()
              .filter(word -> clauses.get(clauseOf(clauses, word.start())).sentence() == at)
              .toList();
      long terms = words.stream().filter(word -> !word.concepts().isEmpty()).count();
      boolean says =
          words.stream()
              .anyMatch(
                  word ->
                      word.cues().contains(Cue.PREDICATE)
                          || word.cues().contains(Cue.NEGATION)
                          || word.cues().contains(Cue.BREAK));
      if (terms >= HEAP && !says && !headed) {
        sentences.add(sentence);
      }
      headed |=
          says && clauses.stream().anyMatch(clause -> clause.sentence() == at && clause.heading());
    }
    return clausesOf(clauses, sentences);
  }

  private static Set<Integer> clausesOf(List<Clause> clauses, Set<Integer> sentences) {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < clauses.size(); i++) {
      if (sentences.contains(clauses.get(i).sentence())) {
        all.add(i);
      }
    }
    return all;
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

  private static List<Token> tokens(
      String text, List<Clause> clauses, List<Found> found, Set<Integer> mute, Disowned disowned) {
    boolean[] negated = negations(text, clauses, found);
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
              negated[i] ^ word.opposite(),
              mute.contains(clause) || disowned.contains(word.start())));
    }
    return tokens;
  }

  private static boolean[] negations(String text, List<Clause> clauses, List<Found> found) {
    boolean[] negated = new boolean[found.size()];
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).cues().contains(Cue.NEGATION)) {
        continue;
      }
      int clause = clauseOf(clauses, found.get(i).start());
      int reached = 0;
      int place = found.get(i).end();
      for (int j = i + 1; j < found.size() && reached < REACH; j++) {
        Found word = found.get(j);
        String between = text.substring(place, word.start());
        if (word.cues().contains(Cue.BREAK)
            || word.cues().contains(Cue.CONTRAST)
            || clauseOf(clauses, word.start()) != clause
            || tooFar(between)
            || (reached > 0 && between.contains("的"))) {
          break;
        }
        if (!word.concepts().isEmpty()) {
          negated[j] ^= true;
          reached++;
          place = word.end();
        }
      }
    }
    return negated;
  }

  private static boolean tooFar(String between) {
    boolean chinese = between.codePoints().anyMatch(Character::isIdeographic);
    return between.length() > (chinese ? REACH_CHINESE : REACH_LATIN);
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
