package lab.tinynet.ui.view;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons and labels as all views of the lab make them.
public final class Actions {
  private Actions() {}

  /// A button with a bound text and, before it, an icon.
  public static Button button(Ikon icon, ObservableValue<String> text, Runnable action) {
    Button button = plain(text, action);
    button.setGraphic(new FontIcon(icon));
    return button;
  }

  public static Button plain(ObservableValue<String> text, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(text);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A button that is an icon alone; its name is for those who hear the window.
  public static Button icon(Ikon icon, ObservableValue<String> name, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, "icon-only");
    button.accessibleTextProperty().bind(name);
    button.setOnAction(event -> action.run());
    Tips.explain(button, name);
    return button;
  }

  /// A round outlined button for a next thing to do.
  public static Button chip(ObservableValue<String> text, Runnable action) {
    Button chip = plain(text, action);
    chip.getStyleClass().add("chip");
    chip.setWrapText(true);
    return chip;
  }

  public static Label label(ObservableValue<String> text, String... styleClasses) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label of several lines that is always shown whole.
  public static Label wrapped(ObservableValue<String> text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }
}
