package lab.tinynet.ui.experiment;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;

/// Which data, how many, how noisy, how much of it held back.
final class DataSection extends Section {
  private final LabModel model;

  DataSection(LabModel model, I18n i18n) {
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
                  case DataSpec.Inline inline -> null;
                },
            DataSection::withShape);
    Label inline = Actions.wrapped(i18n.bound("ui.data.inline"), "caption");
    inline.visibleProperty().bind(model.experimentProperty().map(DataSection::isInline));
    inline.managedProperty().bind(inline.visibleProperty());
    getChildren()
        .addAll(
            inline,
            pair(row("ui.field.data", shape), generated("examples", inline)),
            pair(generated("noise", inline), generated("test", inline)));
  }

  /// The field of a property that only generated data have.
  private Node generated(String name, Label inline) {
    NumberField field =
        switch (name) {
          case "examples" -> number(name, true, d -> d.examples(), DataSection::examples);
          case "noise" -> number(name, false, d -> d.noise(), DataSection::noise);
          default -> number(name, false, d -> d.test(), DataSection::test);
        };
    field.disableProperty().bind(inline.visibleProperty());
    return row("ui.field." + name, field);
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
              case DataSpec.Inline inline -> 0;
            },
        (experiment, value) -> ExperimentEdits.data(experiment, data -> write.apply(data, value)));
  }

  private static boolean isInline(Experiment experiment) {
    return experiment.data() instanceof DataSpec.Inline;
  }

  private static Experiment withShape(Experiment experiment, DataSpec.Shape shape) {
    return switch (experiment.data()) {
      case DataSpec.Generated data ->
          experiment.withData(
              new DataSpec.Generated(shape, data.examples(), data.noise(), data.test()));
      case DataSpec.Inline inline ->
          experiment.withData(
              new DataSpec.Generated(
                  shape,
                  DataSpec.Generated.DEFAULT_EXAMPLES,
                  DataSpec.Generated.DEFAULT_NOISE,
                  DataSpec.Generated.DEFAULT_TEST));
    };
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
