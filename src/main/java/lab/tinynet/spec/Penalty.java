package lab.tinynet.spec;

/// Weight penalties, added to the gradient of the weights (not of biases): l2·w and l1·sign(w).
public record Penalty(double l1, double l2) {
  public static final Penalty NONE = new Penalty(0, 0);
}
