package lab.tinynet.ui.model;

import java.util.ArrayList;
import java.util.List;

/// Where a layer stands: its index in the network, and within each residual on the way to it.
///
/// @param indices from the outside in, at least one
public record LayerPath(List<Integer> indices) {
  public LayerPath {
    indices = List.copyOf(indices);
  }

  public static LayerPath of(int index) {
    return new LayerPath(List.of(index));
  }

  /// A layer inside this one.
  public LayerPath inside(int index) {
    List<Integer> deeper = new ArrayList<>(indices);
    deeper.add(index);
    return new LayerPath(deeper);
  }

  public int last() {
    return indices.getLast();
  }

  public int depth() {
    return indices.size() - 1;
  }

  /// The neighbour so many places on.
  public LayerPath moved(int by) {
    List<Integer> other = new ArrayList<>(indices);
    other.set(other.size() - 1, last() + by);
    return new LayerPath(other);
  }

  /// Its number as a person reads it: `2`, `3/1`.
  public String number() {
    return String.join("/", indices.stream().map(index -> String.valueOf(index + 1)).toList());
  }

  /// As a problem names it: `network[2].layers[0]`.
  public String json() {
    StringBuilder path = new StringBuilder("network[" + indices.getFirst() + "]");
    for (int index : indices.subList(1, indices.size())) {
      path.append(".layers[").append(index).append(']');
    }
    return path.toString();
  }
}
