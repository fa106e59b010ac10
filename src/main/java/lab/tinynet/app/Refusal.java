package lab.tinynet.app;

/// What was asked for cannot be done; the message is the sentence for the person, in their
/// language.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence);
  }

  Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
