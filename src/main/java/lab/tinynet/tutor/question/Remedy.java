package lab.tinynet.tutor.question;

import java.util.List;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Initializer;

/// Something to try on the experiment, offered as a chip.
///
/// @param id such as `leaky`
/// @param label what the chip says
/// @param shows ids of the expectations that it puts to the test
/// @param change what it does
public record Remedy(String id, LocalText label, List<String> shows, Change change) {
  public Remedy {
    shows = List.copyOf(shows);
  }

  /// A change of the experiment; layers are those that the question speaks of.
  public sealed interface Change {
    /// Another activation for the layer in a slot.
    record SetActivation(String layerSlot, Activation activation) implements Change {}

    /// Another initialisation for the layer in a slot.
    record SetInitializer(String layerSlot, Initializer initializer) implements Change {}

    /// The learning rate times a factor.
    record ScaleRate(double factor) implements Change {}
  }
}
