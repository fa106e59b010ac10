package lab.tinynet.ui.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages of the lab.
public enum Language {
  ZH("zh", Locale.SIMPLIFIED_CHINESE),
  EN("en", Locale.ENGLISH);

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /// The name on the command line and in file names: `zh`, `en`.
  public String code() {
    return code;
  }

  public Locale locale() {
    return locale;
  }

  /// The language with that code.
  ///
  /// @param code `zh` or `en`
  public static Optional<Language> named(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  /// Chinese for every Chinese locale, English for all others.
  public static Language fromLocale(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
  }
}
