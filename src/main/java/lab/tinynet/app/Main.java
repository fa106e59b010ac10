package lab.tinynet.app;

import java.util.Arrays;

/// Entry of the program. It is not the JavaFX application itself, because on the class path the
/// launcher refuses a main class that extends it.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // ND4J logs through SLF4J; that no logger is there is no news for a person.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    int code = new CommandLineInterface(new Wiring()).run(Arrays.asList(arguments));
    System.exit(code);
  }
}
