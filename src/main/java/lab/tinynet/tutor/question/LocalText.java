package lab.tinynet.tutor.question;

/// A text in both languages. `{name}` stands for a slot, `*…*` for emphasis.
public record LocalText(String zh, String en) {
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
