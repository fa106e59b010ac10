package lab.tinynet.chart.stage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines, at the places where its script allows it.
final class TextWrap {
  private TextWrap() {}

  static List<String> lines(String text, double width, double size, TextWidth widths) {
    boolean chinese = text.codePoints().anyMatch(TextWrap::isHan);
    BreakIterator breaks = BreakIterator.getLineInstance(chinese ? Locale.CHINESE : Locale.ENGLISH);
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    int start = 0;
    int last = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      if (last > start && widths.of(text.substring(start, next).strip(), size, false) > width) {
        lines.add(text.substring(start, last).strip());
        start = last;
      }
      last = next;
    }
    lines.add(text.substring(start).strip());
    return lines;
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
