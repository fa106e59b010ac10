package lab.tinynet.ui.tutoring;

import lab.tinynet.tutor.Words;
import lab.tinynet.tutor.question.Language;
import lab.tinynet.ui.i18n.I18n;

/// The tutor's voice in the language of the window.
record TutorWords(I18n i18n) implements Words {
  @Override
  public Language language() {
    return switch (i18n.language()) {
      case ZH -> Language.ZH;
      case EN -> Language.EN;
    };
  }

  @Override
  public String text(String key, Object... namesAndValues) {
    return i18n.text(key, namesAndValues);
  }
}
