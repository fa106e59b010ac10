package lab.tinynet.ui.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Wording;
import lab.tinynet.ui.experiment.DataSection;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Name, preset, seed and speed on the left; picture, theme and language on the right.
public final class TopBar extends HBox {

  /// What the bar can ask of the window.
  public interface Wishes extends DataSection.Wishes {
    void open(Preset preset);

    void capture();

    /// Asks for a file and writes a text into it.
    void saveText(String name, String text);

    void showKeys();

    /// Opens runs side by side.
    void compare();

    /// Shows the table of results.
    void showResults();

    /// Another seed than the given one.
    LongUnaryOperator nextSeed();
  }

  private final I18n i18n;
  private final HBox ofRun = new HBox();

  public TopBar(
      LabModel model, I18n i18n, List<Preset> presets, ObjectProperty<Theme> theme, Wishes wishes) {
    this.i18n = i18n;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = Actions.label(i18n.bound("ui.app.name"), "app-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button capture =
        Actions.button(Material2AL.CAMERA_ALT, i18n.bound("ui.capture"), wishes::capture);
    capture.setId("capture");
    Tips.explain(capture, i18n, "ui.capture.tip");
    Button keys = Actions.icon(Material2AL.KEYBOARD, i18n.bound("ui.keys"), wishes::showKeys);
    keys.setId("keys");
    Button compare = Actions.icon(Material2MZ.VIEW_COLUMN, i18n.bound("ui.lanes"), wishes::compare);
    compare.setId("compare");
    Button results =
        Actions.icon(Material2AL.LIST_ALT, i18n.bound("ui.results"), wishes::showResults);
    results.setId("results");
    ofRun.getStyleClass().add("of-run");
    ofRun.setAlignment(Pos.CENTER_LEFT);
    ofRun
        .getChildren()
        .addAll(
            presetChoice(model, presets, wishes),
            unprojected(new Separator(Orientation.VERTICAL), theme),
            unprojected(new SeedField(model, i18n, wishes.nextSeed()), theme),
            unprojected(new PaceChoice(model.paceProperty(), model::setPace, i18n, "pace"), theme));
    ofRun.managedProperty().bind(ofRun.visibleProperty());
    getChildren()
        .addAll(
            name,
            ofRun,
            gap,
            compare,
            results,
            capture,
            themeSwitch(theme),
            languageSwitch(),
            keys);
    name.setMinWidth(USE_PREF_SIZE);
    capture.setMinWidth(USE_PREF_SIZE);
  }

  /// Whether what belongs to the single run is to be seen.
  void showRun(boolean shown) {
    ofRun.setVisible(shown);
  }

  private ComboBox<Preset> presetChoice(LabModel model, List<Preset> presets, Wishes wishes) {
    ComboBox<Preset> choice = new ComboBox<>();
    choice.setId("preset");
    choice.getItems().setAll(presets);
    choice.setCellFactory(
        list -> {
          TextCell<Preset> cell = new TextCell<>(preset -> in(preset.title()));
          cell.itemProperty()
              .subscribe(
                  preset -> {
                    if (preset != null) {
                      Tips.explain(cell, in(preset.shows()));
                    }
                  });
          return cell;
        });
    choice.setButtonCell(new TextCell<>(preset -> in(preset.title()), i18n.bound("ui.preset.own")));
    choice.setMinWidth(USE_PREF_SIZE);
    Tips.explain(
        choice,
        Bindings.createStringBinding(
            () ->
                Optional.ofNullable(choice.getValue())
                    .map(preset -> wording(preset.shows()))
                    .orElse(i18n.text("ui.preset.tip")),
            choice.valueProperty(),
            i18n.languageProperty()));
    boolean[] showing = {false};
    model
        .experimentProperty()
        .subscribe(
            experiment -> {
              showing[0] = true;
              choice.setValue(
                  presets.stream()
                      .filter(preset -> preset.experiment().equals(experiment))
                      .findFirst()
                      .orElse(null));
              showing[0] = false;
            });
    choice
        .valueProperty()
        .subscribe(
            preset -> {
              boolean other = preset != null && !preset.experiment().equals(model.experiment());
              if (!showing[0] && other) {
                wishes.open(preset);
              }
            });
    return choice;
  }

  private ObservableValue<String> in(Wording wording) {
    return i18n.languageProperty().map(language -> wording(wording));
  }

  private String wording(Wording wording) {
    return switch (i18n.language()) {
      case ZH -> wording.zh();
      case EN -> wording.en();
    };
  }

  /// In projection only what a class looks at stays.
  private static Node unprojected(Node node, ObjectProperty<Theme> theme) {
    node.visibleProperty().bind(theme.map(now -> now != Theme.PROJECTOR));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private SegmentedButton themeSwitch(ObjectProperty<Theme> theme) {
    SegmentedButton segments = new SegmentedButton();
    segments.getStyleClass().add("segments");
    for (Theme each : Theme.values()) {
      ToggleButton button = new ToggleButton("", new FontIcon(icon(each)));
      button.setId("theme-" + each.code());
      button.getStyleClass().addAll(Styles.BUTTON_ICON, "icon-only");
      button.accessibleTextProperty().bind(i18n.bound("ui.theme." + each.code()));
      Tips.explain(button, i18n, "ui.theme." + each.code());
      segments.getButtons().add(button);
      button.setOnAction(event -> theme.set(each));
      theme.subscribe(now -> button.setSelected(now == each));
      button.selectedProperty().subscribe(on -> keepOn(button, on, theme.get() == each));
    }
    return segments;
  }

  private SegmentedButton languageSwitch() {
    SegmentedButton segments = new SegmentedButton();
    segments.getStyleClass().add("segments");
    for (Language each : Language.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("language-" + each.code());
      button.textProperty().bind(i18n.bound("ui.language." + each.code()));
      button.setMinWidth(USE_PREF_SIZE);
      Tips.explain(button, i18n, "ui.language.tip");
      segments.getButtons().add(button);
      button.setOnAction(event -> i18n.languageProperty().set(each));
      i18n.languageProperty().subscribe(now -> button.setSelected(now == each));
      button.selectedProperty().subscribe(on -> keepOn(button, on, i18n.language() == each));
    }
    return segments;
  }

  /// A second click on the chosen segment must not leave none chosen.
  private static void keepOn(ToggleButton button, boolean on, boolean chosen) {
    if (!on && chosen) {
      button.setSelected(true);
    }
  }

  private static Ikon icon(Theme theme) {
    return switch (theme) {
      case LIGHT -> Material2MZ.WB_SUNNY;
      case DARK -> Material2AL.BRIGHTNESS_3;
      case PROJECTOR -> Material2MZ.VIDEOCAM;
    };
  }
}
