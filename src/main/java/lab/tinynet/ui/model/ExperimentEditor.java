package lab.tinynet.ui.model;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;

/// Something that shows an experiment and takes changes of it: the run itself, or a draft of it.
public interface ExperimentEditor {
  ReadOnlyObjectProperty<Experiment> experimentProperty();

  default Experiment experiment() {
    return experimentProperty().get();
  }

  /// What is wrong with the experiment so changed; nothing is changed.
  Optional<Problem> check(UnaryOperator<Experiment> edit);

  /// Changes the experiment.
  ///
  /// @return what is wrong with it
  Optional<Problem> edit(UnaryOperator<Experiment> edit);
}
