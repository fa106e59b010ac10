package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.chart.stage.Figure;
import lab.tinynet.chart.stage.LayerNames;
import lab.tinynet.chart.stage.PointCloud;
import lab.tinynet.chart.stage.PointNames;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import org.kordamp.ikonli.material2.Material2AL;

/// The card of one unit. Shows what it is given; the parameters can be typed over when somebody
/// listens.
public final class UnitCard extends VBox {
  private final I18n i18n;
  private final ThemeTokens tokens;
  private final Label title = new Label();
  private final Label state = new Label();
  private final Label point = new Label();
  private final VBox formula = new VBox();
  private final Label distributionCaption = new Label();
  private final Canvas distribution = new Canvas();
  private final Label historyCaption = new Label();
  private final Canvas history = new Canvas();
  private final Label death = new Label();
  private final Label parametersTitle = new Label();
  private final ListView<Integer> list = new ListView<>();
  private final List<ParameterCell> cells = new ArrayList<>();
  private Optional<UnitParameters> parameters = Optional.empty();
  private Optional<UnitInputs> shown = Optional.empty();
  private Optional<OnWeightTyped> onWeightTyped = Optional.empty();

  UnitCard(I18n i18n, ThemeTokens tokens, Runnable close) {
    this.i18n = i18n;
    this.tokens = tokens;
    setId("unit-card");
    getStyleClass().addAll("panel", "unit-card");
    title.setId("unit-title");
    title.getStyleClass().add("card-title");
    state.setId("unit-state");
    state.getStyleClass().add("caption");
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head =
        new HBox(title, state, Actions.icon(Material2AL.CLOSE, i18n.bound("ui.unit.close"), close));
    head.getStyleClass().add("unit-head");
    formula.setId("unit-formula");
    formula.getStyleClass().add("unit-formula");
    death.setId("unit-death");
    death.getStyleClass().add("unit-death");
    list.setId("unit-parameters");
    list.getStyleClass().add("parameters");
    list.setCellFactory(_ -> newCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    for (Label label : List.of(point, distributionCaption, historyCaption, death)) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    for (Label label : List.of(point, distributionCaption, historyCaption)) {
      label.getStyleClass().add("caption");
    }
    distributionCaption.setId("unit-distribution");
    historyCaption.setId("unit-history");
    parametersTitle.getStyleClass().add("section-title");
    getChildren()
        .addAll(
            head,
            death,
            point,
            formula,
            distributionCaption,
            plot(distribution, 5.2),
            historyCaption,
            plot(history, 5.6),
            parametersTitle,
            list);
  }

  /// Whom to tell when a parameter is typed over; without anybody they are only shown.
  public void setOnWeightTyped(OnWeightTyped listener) {
    onWeightTyped = Optional.of(listener);
    cells.forEach(ParameterCell::show);
  }

  private Pane plot(Canvas canvas, double ems) {
    Pane pane = new Pane(canvas);
    pane.getStyleClass().add("unit-plot");
    // Where the window is low, the pictures give way before the card grows over the timeline.
    pane.styleProperty().set("-fx-pref-height: " + ems + "em; -fx-min-height: 3.6em;");
    pane.setMaxHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(pane, Priority.SOMETIMES);
    canvas.widthProperty().bind(pane.widthProperty());
    canvas.heightProperty().bind(pane.heightProperty());
    return pane;
  }

  /// Shows the unit as it is now.
  void show(UnitInputs inputs, PointCloud cloud, UnitHistory past) {
    Frame frame = inputs.frame();
    boolean other = shown.map(before -> !before.place().equals(inputs.place())).orElse(true);
    shown = Optional.of(inputs);
    LayerNames names = LayerNames.of(i18n.messages(), frame);
    var info = inputs.layerFrame().info();
    title.setText(names.unit(info, inputs.place().layer(), inputs.place().unit()));
    boolean dead =
        inputs.place().unit() < inputs.layerFrame().dead().length
            && inputs.layerFrame().dead()[inputs.place().unit()];
    state.setText(
        dead ? i18n.text("ui.unit.dead") : info.rectifier() ? i18n.text("ui.unit.alive") : "");
    state.getStyleClass().remove("alarm-text");
    if (dead) {
      state.getStyleClass().add("alarm-text");
    }
    frame
        .forward()
        .ifPresent(
            forward -> {
              String name = new PointNames(i18n.messages(), cloud).name(forward);
              point.setText(i18n.text(pointKey(frame, forward), "point", name));
              write(UnitFormula.lines(inputs, forward, i18n.messages()));
            });
    measured(frame, inputs);
    historyCaption.setText(i18n.text("ui.unit.history"));
    new UnitPlots(history, tokens.palette())
        .history(
            past,
            tokens.palette().layer(inputs.place().layer()),
            i18n.text("ui.unit.dead"),
            i18n.text("ui.unit.step"));
    parameters(UnitParameters.of(inputs, i18n.messages()), other);
  }

  /// Nobody having chosen a point yet, the text says where one is chosen in this network.
  private static String pointKey(Frame frame, Frame.Forward forward) {
    if (forward.wished()) {
      return "ui.unit.point";
    }
    return frame.resolution() > 0
        ? "ui.unit.point.surface"
        : frame.inputImage().isPresent() ? "ui.unit.point.picture" : "ui.unit.point.inputs";
  }

  private void measured(Frame frame, UnitInputs inputs) {
    Optional<Frame.UnitFrame> unit =
        frame
            .unit()
            .filter(
                now ->
                    now.layer() == inputs.place().layer() && now.unit() == inputs.place().unit());
    unit.ifPresent(
        now -> {
          distributionCaption.setText(
              i18n.text(
                  "ui.unit.distribution",
                  "below",
                  percent(now.preActivation().below()),
                  "zeros",
                  percent(now.zeros()),
                  "mean",
                  Figure.of(now.mean())));
          new UnitPlots(distribution, tokens.palette())
              .distribution(
                  now.preActivation(), count -> i18n.text("ui.unit.tallest", "count", count));
        });
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? Math.round(100 * share) + "%" : "–";
  }

  private void write(List<String> lines) {
    while (formula.getChildren().size() > lines.size()) {
      formula.getChildren().removeLast();
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i == formula.getChildren().size()) {
        formula.getChildren().add(new FormulaLine());
      }
      ((FormulaLine) formula.getChildren().get(i)).show(lines.get(i));
    }
  }

  private void parameters(UnitParameters now, boolean other) {
    boolean same =
        parameters.map(before -> before.rows().size() == now.rows().size()).orElse(false);
    parameters = Optional.of(now);
    boolean any = !now.rows().isEmpty();
    parametersTitle.setText(i18n.text("ui.unit.parameters", "count", now.rows().size()));
    for (Region part : List.of(parametersTitle, list)) {
      part.setVisible(any);
      part.setManaged(any);
    }
    if (!same || other) {
      list.getItems().setAll(IntStream.range(0, now.rows().size()).boxed().toList());
      list.scrollTo(0);
    }
    cells.forEach(ParameterCell::show);
  }

  /// Says why the unit died; nothing for one that never did.
  void showDeath(Optional<String> words) {
    death.setText(words.orElse(""));
    death.setVisible(words.isPresent());
    death.setManaged(words.isPresent());
  }

  private ParameterCell newCell() {
    ParameterCell cell =
        new ParameterCell(
            new ParameterCell.Source() {
              @Override
              public Optional<UnitParameters.Row> row(int index) {
                return parameters
                    .filter(now -> index < now.rows().size())
                    .map(now -> now.rows().get(index));
              }

              @Override
              public double reach() {
                return parameters.map(UnitParameters::reach).orElse(1.0);
              }

              @Override
              public boolean editable() {
                return onWeightTyped.isPresent();
              }

              @Override
              public void typed(UnitParameters.Row row, double value) {
                onWeightTyped.ifPresent(
                    listener ->
                        shown.ifPresent(
                            now ->
                                listener.typed(
                                    now.place().layer(), row.row(), now.place().unit(), value)));
              }

              @Override
              public String complaint() {
                return i18n.text("ui.complaint.number");
              }
            });
    cells.add(cell);
    return cell;
  }
}
