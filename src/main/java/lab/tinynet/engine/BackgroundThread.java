package lab.tinynet.engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Puts a thread that computes behind those that draw: a trainer at full speed takes whatever
/// processor time is there, and on a machine of two cores a picture would wait for it. Where nobody
/// else wants the processor it computes as fast as ever.
///
/// Java's thread priorities mean nothing on Linux, where a thread's niceness does (setpriority(2):
/// 0 names the calling thread). That is asked of the C library; where it can't be had, the thread
/// stays as it is.
final class BackgroundThread {
  private static final System.Logger LOG = System.getLogger(BackgroundThread.class.getName());
  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;

  /// About a third of the share of a thread of niceness 0.
  private static final int NICENESS = 5;

  private BackgroundThread() {}

  /// Puts the calling thread behind. It stays there.
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but how fluent the picture is
  static void begin() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    setPriority()
        .ifPresent(
            function -> {
              try {
                int failed = (int) function.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICENESS);
                LOG.log(System.Logger.Level.DEBUG, "setpriority: {0}", failed);
              } catch (Throwable e) {
                LOG.log(System.Logger.Level.DEBUG, "no niceness", e);
              }
            });
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> setPriority() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(address -> linker.downcallHandle(address, signature));
  }
}
