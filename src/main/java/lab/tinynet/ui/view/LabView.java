package lab.tinynet.ui.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.tinynet.chart.ChartServices;
import lab.tinynet.chart.ChartView;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.StopRule;
import lab.tinynet.spec.Preset;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.tutor.Anchor;
import lab.tinynet.ui.experiment.ExperimentPanel;
import lab.tinynet.ui.health.HealthReport;
import lab.tinynet.ui.health.HealthSection;
import lab.tinynet.ui.health.HealthWatch;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Deaths;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.theme.LabStyle;
import lab.tinynet.ui.theme.Theme;
import lab.tinynet.ui.timeline.TimelineStrip;
import lab.tinynet.ui.tutoring.TutorModel;
import lab.tinynet.ui.tutoring.TutorPane;
import lab.tinynet.ui.unit.UnitCards;

/// The whole lab as one scene graph: the same in the window and in a picture drawn off screen.
public final class LabView extends StackPane {
  /// Turns of the charts between two looks at what changes slowly: the health sentences, the marks.
  private static final int SLOW = 6;

  /// Pulses between two paintings of a chart; every pulse paints some of them.
  private static final int QUICK = 2;

  /// Pulses between two frames of the stage: 20 a second look fluent, and more would take processor
  /// time from the training and from whoever clicks.
  private static final int STAGE = 3;

  /// Side of a unit's map, in cells.
  public static final int MAP_CELLS = 48;

  private static final String CHART = "chart:";

  private final LabModel model;
  private final I18n i18n;
  private final ThemeTokens tokens = new ThemeTokens();
  private final ExperimentPanel experiment;
  private final HealthSection health;
  private final HealthWatch healthWatch = new HealthWatch();
  private Optional<HealthReport.Evidence> evidence = Optional.empty();
  private final StagePane stage;
  private final Card stageCard;
  private final UnitCards units;
  private final ChartRow charts;
  private final TimelineStrip timeline;
  private final TutorModel tutor;
  private final LabLayout layout;
  private final Toast toast = new Toast();
  private final ObjectProperty<Theme> theme;
  private final TopBar bar;
  private final BorderPane whole;
  private Deaths deaths;
  private int beats;

  /// Pulses in which charts were looked after.
  private int turn;

  /// Whether the charts have given way to the stage already.
  private boolean chartsLate;

  public LabView(
      LabModel model,
      TutorModel tutor,
      I18n i18n,
      List<Preset> presets,
      ObjectProperty<Theme> theme,
      TopBar.Wishes wishes) {
    this.model = model;
    this.i18n = i18n;
    this.theme = theme;
    getStyleClass().add("lab");
    health = new HealthSection(i18n, this::light);
    experiment = new ExperimentPanel(model, i18n, wishes, health, tokens);
    stage = new StagePane(i18n, tokens);
    stageCard = new Card(stage);
    units = new UnitCards(model, i18n, tokens, stage.view());
    charts = new ChartRow(i18n, tokens, new Services(wishes));
    timeline = new TimelineStrip(model, i18n);
    deaths = new Deaths(model.logProperty().get());
    this.tutor = tutor;
    TutorPane pane = new TutorPane(model, tutor, i18n, presets, wishes::open);
    layout =
        new LabLayout(
            experiment,
            new Rail(i18n, this::toggleDrawer),
            new DivergenceBanner(model, i18n),
            stageCard,
            charts.views(),
            timeline,
            pane);
    bar = new TopBar(model, i18n, presets, theme, wishes);
    whole = new BorderPane(layout);
    whole.setTop(bar);
    BorderPane.setMargin(layout, javafx.geometry.Insets.EMPTY);
    getChildren().addAll(whole, toast, tokens, timeline.branchSheet(), units.card());
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    model.logProperty().subscribe(this::follow);
    model.phaseProperty().subscribe(phase -> layout.requestLayout());
    model.stateProperty().map(RunState::stopped).subscribe(this::stopped);
    tutor.conversationProperty().subscribe(now -> ring(tutor.anchor()));
    addEventFilter(InputEvent.ANY, event -> tutor.busy());
    heightProperty().subscribe(this::dress);
    theme.subscribe(now -> dress());
    sceneProperty().subscribe(scene -> dress());
  }

  /// The colours of the window's theme, for what is laid over it. There is one node for all: tokens
  /// deeper in the window would keep the colours of the theme before (JavaFX hands what is
  /// inherited only to the nodes near the root again).
  public ThemeTokens tokens() {
    return tokens;
  }

  public Toast toast() {
    return toast;
  }

  /// Follows the run once: called by the pulse.
  public void beat() {
    beats++;
    if (covered()) {
      model.look(0);
      return;
    }
    model.look(beats % STAGE == 0 || model.hurrying() ? MAP_CELLS : 0);
    timeline.beat();
    boolean stagePainted = stage.beat(model.frameProperty().get(), model.state().examples());
    units.beat();
    if (model.hurrying() || (stagePainted && !chartsLate)) {
      // What is to be drawn is spread over the pulses, so that none is far longer than the others.
      // The first picture of a changed run goes before everything else.
      chartsLate = true;
      return;
    }
    chartsLate = false;
    showPosition();
    charts.beat(model.state().log(), turn % QUICK, QUICK);
    turn++;
    if (turn % SLOW == 1) {
      showSlow();
      healthWatch.wish(model.state().log(), model.state().step());
      health.show(healthWatch.newest());
      tutor.beat();
    }
  }

  /// Shows something else in place of the run, below the bar.
  public void cover(Region other) {
    whole.setCenter(other);
    bar.showRun(false);
  }

  /// Shows the run again.
  public void uncover() {
    whole.setCenter(layout);
    bar.showRun(true);
  }

  private boolean covered() {
    return !layout.equals(whole.getCenter());
  }

  /// Shows the present state whole and at once: for a picture.
  public void paint() {
    model.look(MAP_CELLS);
    showSlow();
    health.show(HealthReport.of(model.state().log(), model.state().step()));
    tutor.beat();
    applyCss();
    layout();
    layout.layout();
    model.frameProperty().get().ifPresent(frame -> stage.paint(frame, model.state().examples()));
    showPosition();
    charts.beat(model.state().log());
    layout();
    // With its words known, a summary may have taken a row from the plot, which is painted again.
    charts.beat(model.state().log());
  }

  private void stopped(Optional<StopRule.Reason> reason) {
    reason.ifPresent(
        why ->
            toast.say(
                i18n.bound(
                    "ui.stopped." + why.name().toLowerCase(Locale.ROOT),
                    "step",
                    model.state().step()),
                false));
  }

  /// While the run stands before its last known step, the charts show where.
  private void showPosition() {
    long at = model.positionProperty().get();
    charts.here(at < model.endProperty().get() ? OptionalLong.of(at) : OptionalLong.empty());
  }

  /// The newest figures of the run.
  public Figures figures() {
    deaths.follow();
    return Figures.of(model.state().log(), deaths);
  }

  /// Puts the focus into the experiment panel, which opens where it is folded.
  public void focusExperiment() {
    if (!experiment.isVisible()) {
      layout.openDrawer(true);
      layout.layout();
    }
    experiment.focusFirst();
  }

  /// The cards of the units.
  public UnitCards units() {
    return units;
  }

  /// The charts that can be shown, by name, with the keys of their texts.
  public Map<String, String> chartNames() {
    return charts.names();
  }

  /// Gives the chart of that name the room of the stage.
  public void enlarge(String name) {
    charts
        .view(name)
        .ifPresent(
            chart -> {
              layout.enlarge(Optional.empty());
              layout.enlarge(Optional.of(chart));
            });
  }

  public TimelineStrip timeline() {
    return timeline;
  }

  /// Leaves what is open innermost: the table of branches, an enlarged chart, the drawer.
  public boolean leave() {
    if (timeline.branchSheet().leave() || units.leave() || layout.enlarge(Optional.empty())) {
      return true;
    }
    boolean open = layout.drawerOpen();
    layout.openDrawer(false);
    return open;
  }

  /// What can be drawn by itself.
  ///
  /// @param name `stage`, or `chart:` and the name of a chart
  public Optional<Region> part(String name) {
    if (name.equals("stage")) {
      return Optional.of(stageCard);
    }
    return name.startsWith(CHART)
        ? charts.view(name.substring(CHART.length())).map(view -> view)
        : Optional.empty();
  }

  /// Shows one part and nothing else.
  public void solo(Region part) {
    getChildren().setAll(part, tokens);
  }

  /// Ends the painters.
  public void close() {
    healthWatch.close();
    stage.close();
  }

  private void showSlow() {
    Figures figures = figures();
    experiment.beat();
    timeline.show(deaths.marks(), figures);
  }

  private void follow(RunLog log) {
    deaths = new Deaths(log);
    health.forget();
    light(Optional.empty());
  }

  /// Lights up evidence, or nothing but what the tutor speaks of.
  private void light(Optional<HealthReport.Evidence> wanted) {
    evidence = wanted;
    wanted.map(HealthReport.Evidence::chart).ifPresent(charts::view);
    ring(tutor.anchor());
  }

  private void ring(Optional<Anchor> anchor) {
    charts.ring(evidence.map(HealthReport.Evidence::chart).or(() -> anchor.map(Anchor::chart)));
    stage
        .view()
        .speakOf(
            evidence
                .map(HealthReport.Evidence::layer)
                .or(() -> anchor.map(Anchor::layer))
                .orElse(OptionalInt.empty()));
  }

  private void toggleDrawer() {
    layout.openDrawer(!layout.drawerOpen());
  }

  private void pressed(MouseEvent event) {
    if (layout.drawerOpen()
        && event.getTarget() instanceof javafx.scene.Node target
        && !layout.onDrawer(target)) {
      layout.openDrawer(false);
    }
  }

  private void dress() {
    if (getScene() == null) {
      return;
    }
    LabStyle.apply(getScene(), theme.get());
    boolean projected = theme.get() == Theme.PROJECTOR;
    getStyleClass().removeAll("projected");
    if (projected) {
      getStyleClass().add("projected");
    }
    layout.scale(LabStyle.size(theme.get(), getScene().getHeight()), projected);
  }

  /// The state of the run that is shown.
  public RunState state() {
    return model.state();
  }

  /// What charts ask for.
  private final class Services implements ChartServices {
    private final TopBar.Wishes wishes;

    Services(TopBar.Wishes wishes) {
      this.wishes = wishes;
    }

    @Override
    public void goTo(long step) {
      model.submit(new Command.GoTo(step));
    }

    @Override
    public void enlarge(ChartView chart) {
      layout.enlarge(Optional.of(chart));
    }

    @Override
    public void copyPicture(ChartView chart) {
      ClipboardContent content = new ClipboardContent();
      content.putImage(chart.snapshot(null, null));
      copy(content, "ui.copied.picture");
    }

    @Override
    public void copyText(String text) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      copy(content, "ui.copied.words");
    }

    private void copy(ClipboardContent content, String said) {
      Clipboard.getSystemClipboard().setContent(content);
      toast.say(i18n.bound(said), false);
    }

    @Override
    public void exportTable(String name, String csv) {
      wishes.saveText(name, csv);
    }
  }
}
