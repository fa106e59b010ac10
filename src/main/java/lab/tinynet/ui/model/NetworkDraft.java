package lab.tinynet.ui.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Problem;

/// The network as the panel shows it. As long as it can be built it is the one that trains; a
/// change that cannot be built stays here as a draft, with what is wrong with it, while the last
/// valid network goes on training. Further changes, or [#revert], end the draft.
public final class NetworkDraft implements ExperimentEditor {
  private final LabModel model;
  private final ReadOnlyObjectWrapper<Experiment> shown;
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private List<LayerSpec> base;

  public NetworkDraft(LabModel model) {
    this.model = model;
    shown = new ReadOnlyObjectWrapper<>(this, "experiment", model.experiment());
    base = model.experiment().network();
    model.experimentProperty().subscribe(this::follow);
  }

  private void follow(Experiment now) {
    boolean otherNetwork = !now.network().equals(base);
    base = now.network();
    if (problem.get().isEmpty() || otherNetwork) {
      shown.set(now);
      problem.set(Optional.empty());
    } else {
      draft(now.withNetwork(shown.get().network()));
    }
  }

  /// What is wrong with the draft; empty when there is none.
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Experiment> experimentProperty() {
    return shown.getReadOnlyProperty();
  }

  /// While there is a draft anything may be typed: what is wrong is said of the whole.
  @Override
  public Optional<Problem> check(UnaryOperator<Experiment> edit) {
    return problem.get().isPresent() ? Optional.empty() : model.check(edit);
  }

  @Override
  public Optional<Problem> edit(UnaryOperator<Experiment> edit) {
    draft(edit.apply(shown.get()));
    return problem.get();
  }

  private void draft(Experiment changed) {
    Optional<Problem> wrong = model.check(_ -> changed);
    if (wrong.isPresent()) {
      // In this order nobody ever takes a network that does not fit for one that does.
      problem.set(wrong);
      shown.set(changed);
    } else {
      model.edit(experiment -> experiment.withNetwork(changed.network()));
      shown.set(model.experiment());
      problem.set(Optional.empty());
    }
  }

  /// Drops the draft.
  public void revert() {
    shown.set(model.experiment());
    problem.set(Optional.empty());
  }

  /// What each layer puts out, as far as the layers fit together: `8×12×12`, `32`.
  public Map<LayerPath, String> shapes() {
    return LayerShapes.of(shown.get());
  }
}
