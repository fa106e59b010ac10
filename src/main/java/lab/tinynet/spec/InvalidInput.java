package lab.tinynet.spec;

/// An input that is refused: a specification, a weights file, an option. It carries a [Problem];
/// the border of the program (command line or window) turns that into one plain sentence.
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public InvalidInput(Problem problem) {
    super(problem.path() + ": " + problem.code() + " " + problem.arguments());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
