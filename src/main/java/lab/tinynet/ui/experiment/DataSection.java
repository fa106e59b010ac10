package lab.tinynet.ui.experiment;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.data.DataPicture;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.material2.Material2AL;

/// Which data, how many, how noisy, how much of it held back.
public final class DataSection extends Section {
  private final LabModel model;

  /// What the section can ask of the window.
  public interface Wishes {
    /// Asks for a file of data or an experiment.
    void openFile();

    /// Asks for a folder of images.
    void openFolder();

    /// Opens the drawing of points.
    void drawPoints();
  }

  private final DataPicture picture;

  DataSection(LabModel model, I18n i18n, Wishes wishes, ThemeTokens tokens) {
    super(i18n, "ui.section.data", "ui.effect.restart");
    this.model = model;
    ChoiceField<DataSpec.Shape> shape =
        new ChoiceField<>(
            model,
            i18n,
            "data-kind",
            List.of(DataSpec.Shape.values()),
            kind -> "ui.data." + kind.json(),
            experiment ->
                switch (experiment.data()) {
                  case DataSpec.Generated data -> data.shape();
                  case DataSpec.Inline _, DataSpec.Files _ -> null;
                },
            ExperimentEdits::shape);
    shape.promptTextProperty().bind(i18n.bound("ui.data.own"));
    picture = new DataPicture(model, i18n, tokens);
    Label inline = note("ui.data.inline", e -> e.data() instanceof DataSpec.Inline);
    Label files = note("ui.data.files", e -> e.data() instanceof DataSpec.Files);
    getChildren()
        .addAll(
            inline,
            files,
            pair(row("ui.field.data", shape), generated("examples")),
            pair(generated("noise"), generated("test")),
            picture,
            own(wishes));
  }

  void beat() {
    picture.beat();
  }

  /// The ways to bring data of one's own.
  private Node own(Wishes wishes) {
    Button draw = Actions.button(Material2AL.EDIT, i18n.bound("ui.data.draw"), wishes::drawPoints);
    draw.setId("draw-points");
    Tips.explain(draw, i18n, "ui.data.draw.tip");
    Button file =
        Actions.icon(Material2AL.INSERT_DRIVE_FILE, i18n.bound("ui.data.file"), wishes::openFile);
    file.setId("data-file");
    Button folder =
        Actions.icon(Material2AL.FOLDER_OPEN, i18n.bound("ui.data.folder"), wishes::openFolder);
    folder.setId("data-folder");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(draw, gap, file, folder);
    row.getStyleClass().add("own-data");
    return row;
  }

  /// Words that are there for some data only.
  private Label note(String key, Predicate<Experiment> shown) {
    Label note = Actions.wrapped(i18n.bound(key), "caption");
    note.visibleProperty().bind(model.experimentProperty().map(shown::test));
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  /// The field of a property that only generated data have.
  private Node generated(String name) {
    NumberField field =
        switch (name) {
          case "examples" -> number(name, true, d -> d.examples(), DataSection::examples);
          case "noise" -> number(name, false, d -> d.noise(), DataSection::noise);
          default -> number(name, false, d -> d.test(), DataSection::test);
        };
    Node row = row("ui.field." + name, field);
    row.visibleProperty().bind(model.experimentProperty().map(DataSection::isGenerated));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private NumberField number(
      String id,
      boolean whole,
      ToDoubleFunction<DataSpec.Generated> read,
      BiFunction<DataSpec.Generated, Double, DataSpec.Generated> write) {
    return new NumberField(
        model,
        i18n,
        id,
        whole,
        experiment ->
            switch (experiment.data()) {
              case DataSpec.Generated data -> read.applyAsDouble(data);
              case DataSpec.Inline _, DataSpec.Files _ -> 0;
            },
        (experiment, value) -> ExperimentEdits.data(experiment, data -> write.apply(data, value)));
  }

  private static boolean isGenerated(Experiment experiment) {
    return experiment.data() instanceof DataSpec.Generated;
  }

  private static DataSpec.Generated examples(DataSpec.Generated data, double value) {
    return new DataSpec.Generated(data.shape(), (int) value, data.noise(), data.test());
  }

  private static DataSpec.Generated noise(DataSpec.Generated data, double value) {
    return new DataSpec.Generated(data.shape(), data.examples(), value, data.test());
  }

  private static DataSpec.Generated test(DataSpec.Generated data, double value) {
    return new DataSpec.Generated(data.shape(), data.examples(), data.noise(), value);
  }
}
