package lab.tinynet.telemetry;

/// The first cause of a divergence.
///
/// @param step the step that could not be done, from 1
/// @param layer name of the first layer that broke, in the order of the computation
/// @param quantity what of it was not finite
public record Divergence(long step, String layer, Quantity quantity) {
  /// In the order in which a step computes them.
  public enum Quantity {
    ACTIVATION("activation"),
    LOSS("loss"),
    GRADIENT("gradient"),
    PARAMETER("parameter");

    private final String json;

    Quantity(String json) {
      this.json = json;
    }

    /// The name in `RUN.json`.
    public String json() {
      return json;
    }
  }
}
