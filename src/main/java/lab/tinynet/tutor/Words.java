package lab.tinynet.tutor;

import lab.tinynet.tutor.question.Language;

/// Gives the general phrases of `assets/i18n` in the language of the moment. The window implements
/// it.
public interface Words {
  Language language();

  /// @param key key in `assets/i18n`
  /// @param namesAndValues the text's placeholders and their values, in turn
  String text(String key, Object... namesAndValues);
}
