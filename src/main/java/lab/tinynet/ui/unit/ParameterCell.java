package lab.tinynet.ui.unit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.tinynet.chart.stage.Figure;

/// One parameter of a unit: what it weighs, a bar of its sign and size, and its value, which can be
/// typed over when somebody listens. What is typed is checked at every key and applied by Enter;
/// Esc and leaving the field bring the present value back.
final class ParameterCell extends ListCell<Integer> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

  private final Source source;
  private final Label name = new Label();
  private final Region bar = new Region();
  private final Region zero = new Region();
  private final TextField field = new TextField();
  private final Label complaint = new Label();
  private final HBox line;
  private final Pane track = new Pane(bar, zero);
  private double share;

  /// Where a cell finds what it shows, and whom it tells.
  interface Source {
    /// The parameter at a place of the list, if there still is one.
    Optional<UnitParameters.Row> row(int index);

    double reach();

    boolean editable();

    void typed(UnitParameters.Row row, double value);

    String complaint();
  }

  ParameterCell(Source source) {
    this.source = source;
    getStyleClass().add("parameter");
    name.getStyleClass().add("parameter-name");
    // Wide enough for the pixel of an input channel.
    name.styleProperty().set("-fx-pref-width: 12.3em; -fx-min-width: 12.3em;");
    track.styleProperty().set("-fx-pref-width: 4.2em;");
    bar.getStyleClass().add("parameter-bar");
    zero.getStyleClass().add("parameter-zero");
    track.getStyleClass().add("parameter-track");
    bar.setManaged(false);
    zero.setManaged(false);
    complaint.getStyleClass().add("complaint");
    complaint.setManaged(false);
    complaint.setVisible(false);
    field.getStyleClass().add("parameter-field");
    HBox.setHgrow(track, Priority.ALWAYS);
    line = new HBox(name, track, complaint, field);
    line.getStyleClass().add("parameter-line");
    line.setAlignment(Pos.CENTER_LEFT);
    track.widthProperty().subscribe(_ -> layoutBar());
    track.heightProperty().subscribe(_ -> layoutBar());
    field.textProperty().subscribe(_ -> check());
    field.setOnAction(_ -> apply());
    field.focusedProperty().subscribe(focused -> show());
  }

  @Override
  protected void updateItem(Integer item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty ? null : line);
    show();
  }

  /// Shows the value of the moment, unless a person is typing another.
  void show() {
    Optional<UnitParameters.Row> row = row();
    if (row.isEmpty()) {
      return;
    }
    UnitParameters.Row now = row.get();
    name.setText(now.name());
    field.setEditable(source.editable());
    field.setFocusTraversable(source.editable());
    field.setAccessibleText(now.name());
    if (!field.isFocused() || !source.editable()) {
      field.setText(Figure.of(now.value()));
    }
    share = Double.isFinite(now.value()) ? now.value() / source.reach() : 0;
    bar.pseudoClassStateChanged(NEGATIVE, share < 0);
    layoutBar();
  }

  private Optional<UnitParameters.Row> row() {
    return isEmpty() || getItem() == null ? Optional.empty() : source.row(getItem());
  }

  private void layoutBar() {
    double middle = track.getWidth() / 2;
    double reach = Math.abs(share) * middle;
    double tall = 0.5 * track.getHeight();
    double y = (track.getHeight() - tall) / 2;
    bar.resizeRelocate(share < 0 ? middle - reach : middle, y, Math.max(0.5, reach), tall);
    zero.resizeRelocate(middle - 0.5, 0, 1, track.getHeight());
  }

  private void check() {
    boolean wrong = field.isFocused() && source.editable() && typed().isEmpty();
    field.pseudoClassStateChanged(WRONG, wrong);
    complaint.setText(wrong ? source.complaint() : "");
    complaint.setVisible(wrong);
    complaint.setManaged(wrong);
    track.setVisible(!wrong);
    track.setManaged(!wrong);
  }

  private void apply() {
    OptionalDouble value = typed();
    Optional<UnitParameters.Row> row = row();
    if (source.editable() && value.isPresent() && row.isPresent()) {
      source.typed(row.get(), value.getAsDouble());
      field.getParent().requestFocus();
    }
  }

  private OptionalDouble typed() {
    try {
      double value = Double.parseDouble(field.getText().strip().replace('−', '-'));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
