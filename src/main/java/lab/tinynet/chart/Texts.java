package lab.tinynet.chart;

/// Gives the words that a painter draws, in the language of the moment. The window's message
/// catalogue implements it.
@FunctionalInterface
public interface Texts {

  /// @param key key in `assets/i18n`
  /// @param namesAndValues the text's placeholders and their values, in turn: `"layer", "dense 1"`
  String text(String key, Object... namesAndValues);
}
