package lab.tinynet.spec;

/// The names of places in a JSON text, as a person would write them: `network[1].units`.
final class Paths {
  private Paths() {}

  static String field(String parent, String name) {
    String shown = name.length() <= 60 ? name : name.substring(0, 59) + "…";
    return parent.isEmpty() ? shown : parent + "." + shown;
  }

  static String index(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
