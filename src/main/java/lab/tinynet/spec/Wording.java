package lab.tinynet.spec;

import java.util.Locale;

/// A text in both languages of the lab.
public record Wording(String zh, String en) {
  /// The Chinese text for a Chinese locale, else the English one.
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }
}
