package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import lab.tinynet.chart.ChartBoard;
import lab.tinynet.chart.SharedRanges;
import lab.tinynet.chart.StepAxis;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.session.LanesState;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.i18n.I18n;

/// The lanes in place of the single run, which rests meanwhile: the editor of what is to differ,
/// then the lanes side by side.
public final class LanesScreen extends StackPane {
  private static final double CAPTION = 0.8;

  private final LanesModel model;
  private final I18n i18n;
  private final LaneWords words;
  private final ThemeTokens tokens = new ThemeTokens();
  private final LaneEditor editor;
  private final StackPane editing;
  private final LanesBar bar;
  private final LaneGrid grid = new LaneGrid();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final BorderPane running = new BorderPane();
  private final Supplier<Pace> pace;
  private final Consumer<Experiment> take;
  private List<LaneColumn> columns = List.of();
  private List<LaneDifference> differences = List.of();
  private Optional<LaneDraft> draft = Optional.empty();
  private OptionalLong pointer = OptionalLong.empty();
  private int beats;

  /// @param pace at which new lanes begin
  /// @param back shows the single run again
  /// @param take makes an experiment the run
  public LanesScreen(
      LanesModel model, I18n i18n, Supplier<Pace> pace, Runnable back, Consumer<Experiment> take) {
    this.model = model;
    this.i18n = i18n;
    this.pace = pace;
    this.take = take;
    words = new LaneWords(i18n);
    setId("lanes");
    editor = new LaneEditor(i18n, this::begin, () -> leaveEditor(back));
    StackPane top = new StackPane(editor);
    top.setAlignment(Pos.TOP_CENTER);
    ScrollPane sheet = new ScrollPane(top);
    sheet.setFitToWidth(true);
    sheet.setFitToHeight(true);
    editing = new StackPane(sheet);
    editing.getStyleClass().add("lanes-editing");
    bar = new LanesBar(model, i18n, back, this::edit);
    running.setTop(bar);
    running.setCenter(scroll);
    running.getStyleClass().add("lanes-running");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // What scrolls is kept as a picture by its skin, and made anew whenever a chart moves on.
    scroll
        .skinProperty()
        .subscribe(
            _ ->
                Optional.ofNullable(scroll.lookup(".viewport"))
                    .ifPresent(viewport -> viewport.setCache(false)));
    getChildren().addAll(tokens, running, editing);
    i18n.languageProperty().subscribe(_ -> say());
  }

  /// Shows the editor for lanes beside an experiment.
  public void open(Experiment present) {
    draft = Optional.of(LaneDraft.proposed(present));
    running.setVisible(false);
    edit();
  }

  private void edit() {
    draft.ifPresent(editor::show);
    editing.setVisible(true);
    editor.first().requestFocus();
  }

  /// Leaves the editor for the lanes that are open.
  ///
  /// @return whether it was open and there are lanes
  public boolean leaveEditor() {
    boolean there = editing.isVisible() && !columns.isEmpty();
    if (there) {
      editing.setVisible(false);
      running.setVisible(true);
    }
    return there;
  }

  private void leaveEditor(Runnable back) {
    if (!leaveEditor()) {
      back.run();
    }
  }

  private void begin(LaneDraft wanted) {
    wanted
        .experiments()
        .ifPresent(
            experiments -> {
              Optional<Problem> problem = model.open(experiments, pace.get());
              problem.ifPresentOrElse(
                  why -> editor.refuse(i18n.sentence(why)), () -> show(wanted, experiments));
            });
  }

  private void show(LaneDraft wanted, List<Experiment> experiments) {
    draft = Optional.of(wanted);
    columns.forEach(LaneColumn::close);
    differences =
        model
            .stateProperty()
            .get()
            .map(state -> LaneDifference.of(experiments, state.differences()))
            .orElse(List.of());
    List<LaneColumn> fresh = new ArrayList<>();
    for (int lane = 0; lane < experiments.size(); lane++) {
      Experiment own = experiments.get(lane);
      fresh.add(new LaneColumn(lane, i18n, tokens, () -> take.accept(own)));
    }
    columns = List.copyOf(fresh);
    grid.setColumns(columns);
    say();
    editing.setVisible(false);
    running.setVisible(true);
    bar.requestFocus();
  }

  private void say() {
    bar.setSentence(words.sentence(differences));
    for (int lane = 0; lane < columns.size(); lane++) {
      columns.get(lane).setHeading(words.heading(differences, lane));
    }
  }

  /// Follows the lanes once: called by the pulse.
  public void beat() {
    model.look();
    Optional<LanesState> state = model.stateProperty().get();
    if (state.isEmpty() || !running.isVisible() || columns.isEmpty()) {
      return;
    }
    arrange();
    List<RunState> lanes = state.get().lanes();
    long nanos = System.nanoTime();
    for (int lane = 0; lane < columns.size(); lane++) {
      columns.get(lane).beatStage(model, lanes.get(lane), nanos);
    }
    // A lane a pulse: so the charts of many lanes cost no more at once than those of one.
    int turn = beats++ % Math.max(2, columns.size());
    if (turn < columns.size()) {
      paint(lanes, turn);
    }
  }

  /// Shows the present state whole and at once, for a picture.
  ///
  /// @return whether a frame of every lane has been shown
  public boolean paintAll() {
    beat();
    model
        .stateProperty()
        .get()
        .ifPresent(
            state -> {
              for (int pass = 0; pass < 2; pass++) {
                for (int lane = 0; lane < columns.size(); lane++) {
                  paint(state.lanes(), lane);
                }
              }
            });
    return columns.stream().allMatch(column -> column.stage().view().shown().isPresent());
  }

  private void arrange() {
    double size = tokens.palette().fontSize() / CAPTION;
    double height = scroll.getViewportBounds().getHeight();
    int fitting = grid.fitting(scroll.getViewportBounds().getWidth(), size, height);
    grid.show(bar.charts().shown(fitting), size, height);
  }

  private void paint(List<RunState> lanes, int lane) {
    followPointer();
    long longest = lanes.stream().mapToLong(each -> each.log().length()).max().orElse(0);
    List<ChartBoard> boards = columns.stream().map(LaneColumn::board).toList();
    SharedRanges shared = bar.linked() ? SharedRanges.of(boards) : SharedRanges.apart(boards);
    columns
        .get(lane)
        .beatCharts(lanes.get(lane), tokens.palette(), StepAxis.following(longest), shared);
  }

  /// The pointer's line stands at the same step in all lanes.
  private void followPointer() {
    List<ChartBoard> boards = columns.stream().map(LaneColumn::board).toList();
    Optional<ChartBoard> moved =
        boards.stream().filter(board -> !board.pointer().equals(pointer)).findFirst();
    moved.ifPresent(
        board -> {
          pointer = board.pointer();
          boards.forEach(each -> each.point(pointer));
        });
  }

  /// Ends the lanes and their painters.
  public void close() {
    columns.forEach(LaneColumn::close);
    columns = List.of();
    grid.setColumns(columns);
    model.close();
  }
}
