package lab.tinynet.app;

import java.util.function.Consumer;

/// Takes what no one else caught on any thread of the window: the person gets one sentence, a file
/// the details, and the same failure, which may come with every frame, is told once.
///
/// While the program ends nothing is told: JavaFX closes its threads in any order then, and an
/// interrupt from the keyboard would print what they throw at each other.
final class LastResort implements Thread.UncaughtExceptionHandler {
  private final Consumer<Throwable> teller;
  private volatile boolean ending;
  private volatile String told = "";

  LastResort(Consumer<Throwable> teller) {
    this.teller = teller;
  }

  /// Puts it in charge of all threads.
  void install() {
    Thread.setDefaultUncaughtExceptionHandler(this);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
  }

  void end() {
    ending = true;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    String what = FailureFile.what(failure);
    if (!ending && !what.equals(told)) {
      told = what;
      teller.accept(failure);
    }
  }
}
