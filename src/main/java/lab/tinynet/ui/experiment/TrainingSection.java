package lab.tinynet.ui.experiment;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Schedule;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.model.TrainingEdits;
import lab.tinynet.ui.view.Tips;

/// Optimiser, rate, clipping and penalty, which take effect at the next step; and loss and batch,
/// which start the run anew.
final class TrainingSection extends VBox {
  TrainingSection(LabModel model, I18n i18n) {
    getStyleClass().add("part-sections");
    getChildren().addAll(live(model, i18n), restarting(model, i18n), new StopSection(model, i18n));
  }

  private static Section live(LabModel model, I18n i18n) {
    Section section = new Section(i18n, "ui.section.training", "ui.effect.live");
    ChoiceField<String> optimizer =
        new ChoiceField<>(
            model,
            i18n,
            "optimizer",
            Optimizer.KINDS,
            kind -> "ui.optimizer." + kind,
            experiment -> experiment.optimizer().kind(),
            ExperimentEdits::optimizer);
    NumberField rate =
        new NumberField(
            model,
            i18n,
            "rate",
            false,
            experiment -> experiment.optimizer().rate(),
            (experiment, value) ->
                experiment.withOptimizer(experiment.optimizer().withRate(value)));
    ChoiceField<Clip.Kind> clip =
        new ChoiceField<>(
            model,
            i18n,
            "clip",
            List.of(Clip.Kind.values()),
            kind -> "ui.clip." + kind.json(),
            experiment -> experiment.clip().kind(),
            TrainingSection::withClip);
    NumberField limit =
        new NumberField(
            model,
            i18n,
            "clip-limit",
            false,
            experiment -> experiment.clip().limit(),
            (experiment, value) -> experiment.withClip(new Clip(experiment.clip().kind(), value)));
    VBox limitRow = section.row("ui.field.clip.limit", limit);
    showWhen(limitRow, model, e -> e.clip().kind() != Clip.Kind.NONE);
    NumberField l1 =
        new NumberField(
            model,
            i18n,
            "penalty-l1",
            false,
            experiment -> experiment.penalty().l1(),
            (experiment, value) ->
                experiment.withPenalty(new Penalty(value, experiment.penalty().l2())));
    NumberField l2 =
        new NumberField(
            model,
            i18n,
            "penalty-l2",
            false,
            experiment -> experiment.penalty().l2(),
            (experiment, value) ->
                experiment.withPenalty(new Penalty(experiment.penalty().l1(), value)));
    section
        .getChildren()
        .addAll(
            section.pair(
                section.row("ui.field.optimizer", optimizer), section.row("ui.field.rate", rate)),
            new RateSlider(model, i18n),
            parameters(section, model, i18n),
            schedule(section, model, i18n),
            section.pair(section.row("ui.field.clip", clip), limitRow),
            section.pair(section.row("ui.field.l2", l2), section.row("ui.field.l1", l1)));
    return section;
  }

  /// The optimiser's own parameters, those that it has.
  private static FlowPane parameters(Section section, LabModel model, I18n i18n) {
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("parameter-fields");
    for (String name : TrainingEdits.PARAMETERS) {
      NumberField field =
          new NumberField(
              model,
              i18n,
              name,
              false,
              e -> TrainingEdits.parameter(e, name).orElse(0),
              (e, value) -> TrainingEdits.withParameter(e, name, value));
      VBox row = section.row("ui.field." + name, field);
      showWhen(row, model, e -> TrainingEdits.parameter(e, name).isPresent());
      fields.getChildren().add(row);
    }
    fields
        .visibleProperty()
        .bind(
            model
                .experimentProperty()
                .map(
                    e ->
                        TrainingEdits.PARAMETERS.stream()
                            .anyMatch(name -> TrainingEdits.parameter(e, name).isPresent())));
    fields.managedProperty().bind(fields.visibleProperty());
    return fields;
  }

  private static VBox schedule(Section section, LabModel model, I18n i18n) {
    ChoiceField<String> kind =
        new ChoiceField<>(
            model,
            i18n,
            "schedule",
            Schedule.KINDS,
            name -> "ui.schedule." + name,
            e -> e.optimizer().schedule().kind(),
            TrainingEdits::withSchedule);
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("parameter-fields");
    for (String name : TrainingEdits.SCHEDULE_PARAMETERS) {
      boolean whole = name.equals("every") || name.equals("steps");
      NumberField field =
          new NumberField(
              model,
              i18n,
              "schedule-" + name,
              whole,
              e -> TrainingEdits.scheduleParameter(e, name).orElse(1),
              (e, value) -> TrainingEdits.withScheduleParameter(e, name, value));
      VBox row = section.row("ui.schedule.field." + name, field);
      showWhen(row, model, e -> TrainingEdits.scheduleParameter(e, name).isPresent());
      fields.getChildren().add(row);
    }
    VBox all =
        new VBox(section.row("ui.field.schedule", kind), fields, new ScheduleCurve(model, i18n));
    all.getStyleClass().add("schedule");
    fields
        .visibleProperty()
        .bind(
            model
                .experimentProperty()
                .map(e -> !(e.optimizer().schedule() instanceof Schedule.Constant)));
    fields.managedProperty().bind(fields.visibleProperty());
    return all;
  }

  private static Section restarting(LabModel model, I18n i18n) {
    Section section = new Section(i18n, "ui.section.loss", "ui.effect.restart");
    ChoiceField<Loss.Kind> loss =
        new ChoiceField<>(
            model,
            i18n,
            "loss",
            List.of(Loss.Kind.values()),
            kind -> "ui.loss." + kind.json(),
            experiment -> experiment.loss().kind(),
            ExperimentEdits::loss);
    NumberField batch =
        new NumberField(
            model,
            i18n,
            "batch",
            true,
            experiment -> experiment.batch().full() ? 32 : experiment.batch().examples(),
            (experiment, value) ->
                experiment.withBatch(new BatchSize(Math.max(-1, value.intValue()))));
    CheckBox full = new CheckBox();
    full.setId("batch-full");
    full.textProperty().bind(i18n.bound("ui.batch.full"));
    Tips.explain(full, i18n, "ui.batch.full.tip");
    model.experimentProperty().subscribe(e -> full.setSelected(e.batch().full()));
    full.setOnAction(
        event ->
            model.edit(e -> e.withBatch(full.isSelected() ? BatchSize.FULL : BatchSize.DEFAULT)));
    batch.disableProperty().bind(full.selectedProperty());
    VBox batchRow = section.row("ui.field.batch", batch);
    batchRow.getChildren().add(full);
    section.getChildren().addAll(section.row("ui.field.loss", loss), batchRow);
    return section;
  }

  private static Experiment withClip(Experiment experiment, Clip.Kind kind) {
    if (kind == Clip.Kind.NONE) {
      return experiment.withClip(Clip.NONE);
    }
    double limit = experiment.clip().limit() > 0 ? experiment.clip().limit() : 1;
    return experiment.withClip(new Clip(kind, limit));
  }

  private static void showWhen(
      VBox row, LabModel model, java.util.function.Predicate<Experiment> condition) {
    row.visibleProperty().bind(model.experimentProperty().map(condition::test));
    row.managedProperty().bind(row.visibleProperty());
  }
}
