package lab.tinynet.tutor.grade;

import java.util.regex.Pattern;

/// A form of the lexicon as a regular expression.
///
/// @param literal letters that every match contains: looking for them first is far cheaper
/// @param opposite whether it means the opposite of its concept
record Form(Pattern pattern, String literal, boolean opposite) {
  private static final String GAP = "[^，。,.;；!?！？:：\\\\n]{0,8}?";

  static Form of(String written) {
    boolean opposite = written.startsWith("!");
    String form = opposite ? written.substring(1) : written;
    StringBuilder regex = new StringBuilder();
    if (isLatin(form.charAt(0))) {
      regex.append("(?<![a-z])");
    } else if (Character.isDigit(form.charAt(0))) {
      regex.append("(?<![\\d.a-z])");
    }
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> "[a-z]*";
            case '_' -> "[\\s\\-]?";
            case ' ' -> "[\\s\\-]+";
            case '…' -> GAP;
            case '(', ')', '|' -> String.valueOf(c);
            default -> Character.isLetterOrDigit(c) ? String.valueOf(c) : Pattern.quote("" + c);
          });
    }
    char last = form.charAt(form.length() - 1);
    if (isLatin(last)) {
      regex.append("(?![a-z])");
    } else if (Character.isDigit(last)) {
      regex.append("(?!\\.?\\d)");
    }
    return new Form(Pattern.compile(regex.toString()), literal(form), opposite);
  }

  /// The longest run of letters outside brackets.
  private static String literal(String form) {
    String longest = "";
    for (String run : form.replaceAll("\\([^)]*\\)", "*").split("[*_… |()]", -1)) {
      longest = run.length() > longest.length() ? run : longest;
    }
    return longest;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || c == '*';
  }
}
