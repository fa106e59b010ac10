package lab.tinynet.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One layer of the network, input side first.
public sealed interface LayerSpec {

  /// The name in JSON, and the first word of a layer's name in the log: `dense`.
  String kind();

  /// The activation that the layer applies itself: identity where it has none.
  default Activation activation() {
    return Activation.of(Activation.Kind.IDENTITY);
  }

  /// A fully connected layer: `activation(x·W + b)`. An image is read as a row of its numbers.
  ///
  /// @param units number of outputs, 1 … 4096
  /// @param init how W starts
  /// @param bias whether there is a b
  /// @param biasInit how b starts
  record Dense(
      int units, Activation activation, Initializer init, boolean bias, Initializer biasInit)
      implements LayerSpec {
    public static final int MAX_UNITS = 4096;

    @Override
    public String kind() {
      return "dense";
    }

    public Dense withUnits(int newUnits) {
      return new Dense(newUnits, activation, init, bias, biasInit);
    }

    public Dense withActivation(Activation newActivation) {
      return new Dense(units, newActivation, init, bias, biasInit);
    }

    public Dense withInit(Initializer newInit) {
      return new Dense(units, activation, newInit, bias, biasInit);
    }
  }

  /// A convolution of an image (a cross-correlation: the kernel is not flipped), with an
  /// activation: every filter makes one channel of the output.
  ///
  /// @param filters channels of the output, 1 … 4096
  /// @param kernel side of the square window, 1 … 64
  /// @param stride distance of neighbouring windows, 1 … 64
  /// @param init how the kernels start
  /// @param bias whether each filter adds a number of its own
  /// @param biasInit how the biases start
  record Conv2d(
      int filters,
      int kernel,
      int stride,
      Padding padding,
      Activation activation,
      Initializer init,
      boolean bias,
      Initializer biasInit)
      implements LayerSpec {
    @Override
    public String kind() {
      return "conv2d";
    }

    public Conv2d withActivation(Activation newActivation) {
      return new Conv2d(filters, kernel, stride, padding, newActivation, init, bias, biasInit);
    }

    public Conv2d withInit(Initializer newInit) {
      return new Conv2d(filters, kernel, stride, padding, activation, newInit, bias, biasInit);
    }
  }

  /// What a convolution sees beyond the border of the image.
  enum Padding {
    /// Zeros, so many that ⌈side / stride⌉ windows fit; the extra one at the end.
    SAME("same"),
    /// Nothing: windows lie inside the image.
    VALID("valid");

    private final String json;

    Padding(String json) {
      this.json = json;
    }

    public String json() {
      return json;
    }

    public static Optional<Padding> named(String json) {
      return Arrays.stream(values()).filter(padding -> padding.json.equals(json)).findFirst();
    }

    /// How many windows fit along a side; 0 if none does.
    public int windows(int side, int kernel, int stride) {
      return switch (this) {
        case SAME -> (side + stride - 1) / stride;
        case VALID -> side < kernel ? 0 : (side - kernel) / stride + 1;
      };
    }

    /// Zeros before the first pixel of a side.
    public int before(int side, int kernel, int stride) {
      return switch (this) {
        case SAME -> Math.max(0, (windows(side, kernel, stride) - 1) * stride + kernel - side) / 2;
        case VALID -> 0;
      };
    }
  }

  /// The largest number of every window of an image, channel by channel. A window that does not fit
  /// inside is left out.
  ///
  /// @param size side of the square window, 1 … 64
  /// @param stride distance of neighbouring windows, 1 … 64
  record MaxPool(int size, int stride) implements LayerSpec {
    @Override
    public String kind() {
      return "max-pool";
    }
  }

  /// The mean of every window of an image, otherwise like [MaxPool].
  record AveragePool(int size, int stride) implements LayerSpec {
    @Override
    public String kind() {
      return "average-pool";
    }
  }

  /// Makes a row of numbers of an image: the first channel row by row, then the next.
  record Flatten() implements LayerSpec {
    @Override
    public String kind() {
      return "flatten";
    }
  }

  /// Gives every unit (of an image: every channel) mean 0 and variance 1 over the batch, then a
  /// learnt scale γ and shift β (Ioffe & Szegedy 2015). In evaluation with running statistics.
  record BatchNorm() implements LayerSpec {
    /// Added to the variance under the root.
    public static final double EPSILON = 1e-5;

    /// What a batch's statistics count in the running ones.
    public static final double SHARE = 0.1;

    @Override
    public String kind() {
      return "batch-norm";
    }
  }

  /// Gives all numbers of an example mean 0 and variance 1, then every one a learnt scale γ and
  /// shift β (Ba, Kiros & Hinton 2016).
  record LayerNorm() implements LayerSpec {
    /// Added to the variance under the root.
    public static final double EPSILON = 1e-5;

    @Override
    public String kind() {
      return "layer-norm";
    }
  }

  /// Sets numbers to 0 at random in training and scales the others so that the mean stays
  /// (Srivastava et al. 2014, in the inverted form); does nothing in evaluation.
  ///
  /// @param rate the share that is set to 0, 0 ≤ rate < 1
  record Dropout(double rate) implements LayerSpec {
    public static final double DEFAULT_RATE = 0.5;

    @Override
    public String kind() {
      return "dropout";
    }
  }

  /// An activation on its own.
  record Activated(Activation activation) implements LayerSpec {
    @Override
    public String kind() {
      return "activation";
    }
  }

  /// Adds what goes in to what comes out of the layers inside, which must keep the shape (He et al.
  /// 2016).
  record Residual(List<LayerSpec> layers) implements LayerSpec {
    public Residual {
      layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
      return "residual";
    }
  }
}
