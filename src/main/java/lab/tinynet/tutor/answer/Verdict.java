package lab.tinynet.tutor.answer;

/// What an answer as a whole is worth.
public enum Verdict {
  /// Every required idea is there, and no wrong belief.
  FULL("full"),
  /// Some idea is there.
  PARTIAL("partial"),
  /// None is.
  NONE("none");

  private final String json;

  Verdict(String json) {
    this.json = json;
  }

  /// The name in JSON.
  public String json() {
    return json;
  }
}
