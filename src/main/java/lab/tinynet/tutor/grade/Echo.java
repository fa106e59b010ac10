package lab.tinynet.tutor.grade;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Tells what an answer only repeats from the question.
final class Echo {
  private static final int GRAM = 3;
  private static final double WHOLE = 0.80;
  private static final double CLAUSE = 0.85;
  private static final int LEAST_CHINESE = 10;
  private static final int LEAST_LATIN = 28;

  private final Set<String> grams = new HashSet<>();

  /// @param given the texts that the student had before the eyes
  Echo(Collection<String> given) {
    for (String text : given) {
      grams.addAll(grams(letters(NormalText.of(text).text())));
    }
  }

  /// Whether a whole answer says nothing that the question doesn't say.
  boolean covers(String text) {
    String letters = letters(text);
    return letters.length() >= LEAST_CHINESE && coverage(letters) >= WHOLE;
  }

  /// Whether a clause is the question's own.
  boolean repeats(String clause) {
    String letters = letters(clause);
    boolean chinese = letters.codePoints().anyMatch(Character::isIdeographic);
    return letters.length() >= (chinese ? LEAST_CHINESE : LEAST_LATIN)
        && coverage(letters) >= CLAUSE;
  }

  private double coverage(String letters) {
    Set<String> own = grams(letters);
    long known = own.stream().filter(grams::contains).count();
    return own.isEmpty() ? 0 : known / (double) own.size();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static Set<String> grams(String letters) {
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + GRAM <= letters.length(); i++) {
      grams.add(letters.substring(i, i + GRAM));
    }
    return grams;
  }
}
