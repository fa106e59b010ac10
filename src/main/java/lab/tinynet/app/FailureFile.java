package lab.tinynet.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the details of something unexpected for whoever mends it, so that the person is told in
/// one sentence.
final class FailureFile {
  private FailureFile() {}

  /// What happened, in one line.
  static String what(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null
        ? name
        : name + ": " + failure.getMessage().lines().findFirst().orElse("");
  }

  /// Writes the details.
  ///
  /// @return where they are; empty if they could not be written
  static Optional<Path> write(Throwable failure) {
    try {
      Path details = Files.createTempFile("tinynet-error-", ".log");
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(details, StandardCharsets.UTF_8))) {
        failure.printStackTrace(out);
      }
      return Optional.of(details);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }
}
