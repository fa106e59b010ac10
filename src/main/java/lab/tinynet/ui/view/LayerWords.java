package lab.tinynet.ui.view;

import lab.tinynet.ui.i18n.I18n;

/// A layer's name in the log, `dense 2`, in the words of a person.
public final class LayerWords {
  private LayerWords() {}

  public static String of(I18n i18n, String name) {
    int space = name.lastIndexOf(' ');
    if (space < 0) {
      return name;
    }
    return i18n.text("ui.layer." + name.substring(0, space), "number", name.substring(space + 1));
  }
}
