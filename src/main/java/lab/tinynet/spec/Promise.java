package lab.tinynet.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a preset, or a remedy for it, is sure to show: a test holds it to that, on its seed under
/// several processors' kernels, and on most other seeds.
///
/// @param by the step at which all claims hold; training goes no further
/// @param claims what holds then
public record Promise(long by, List<Claim> claims) {
  public Promise {
    claims = List.copyOf(claims);
  }

  /// One measured quantity and the range in which it is to lie.
  ///
  /// @param layer place of the layer, from 1, for a quantity of layers
  /// @param least lower end of the range; −∞ if open
  /// @param most upper end of the range; +∞ if open
  public record Claim(Measure measure, OptionalInt layer, double least, double most) {
    public boolean kept(double measured) {
      return measured >= least && measured <= most;
    }
  }

  /// What is measured of the run's log.
  public enum Measure {
    /// The step of the divergence; +∞ if there was none.
    DIVERGED("diverged-at", false),
    /// Accuracy on the probe set at the last probe.
    TRAIN_ACCURACY("train-accuracy", false),
    /// Accuracy on the test set at the last probe.
    TEST_ACCURACY("test-accuracy", false),
    /// Loss on the probe set at the last probe.
    TRAIN_LOSS("train-loss", false),
    /// Loss on the test set at the last probe.
    TEST_LOSS("test-loss", false),
    /// Share of a layer's units that are dead at the last probe.
    DEAD_SHARE("dead-share", true),
    /// Share of a layer's units that are saturated at the last probe.
    SATURATED_SHARE("saturated-share", true),
    /// The largest raw gradient norm of a layer in any step.
    GRADIENT_PEAK("gradient-peak", true),
    /// The first layer's raw gradient norm over the last layer's: the median of the newest hundred
    /// steps.
    GRADIENT_RATIO("gradient-ratio", false);

    private final String json;
    private final boolean ofLayer;

    Measure(String json, boolean ofLayer) {
      this.json = json;
      this.ofLayer = ofLayer;
    }

    public String json() {
      return json;
    }

    /// Whether a claim about it names a layer.
    public boolean ofLayer() {
      return ofLayer;
    }

    static Optional<Measure> named(String json) {
      return Arrays.stream(values()).filter(measure -> measure.json.equals(json)).findFirst();
    }
  }
}
