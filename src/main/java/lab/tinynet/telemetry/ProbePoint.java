package lab.tinynet.telemetry;

/// An input whose way through the network is looked at.
public sealed interface ProbePoint {
  /// An example of the run.
  ///
  /// @param index the training examples from 0 on, then the test examples
  record Example(int index) implements ProbePoint {}

  /// A point of the plane of a network with two inputs.
  record Plane(double x1, double x2) implements ProbePoint {}
}
