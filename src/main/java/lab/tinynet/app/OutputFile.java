package lab.tinynet.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: under another name in the same folder, then moved into place.
/// A reader never sees half a file, and a failure leaves what was there before.
final class OutputFile {
  private OutputFile() {}

  /// What a file is filled with.
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @throws IOException if the content fails, or the folder cannot be written
  static void write(Path file, Content content) throws IOException {
    Path place = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      // A pipe or a device has no half-written state, and must not be replaced by a file.
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place))) {
        content.writeTo(out);
      }
      return;
    }
    String name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path beside = place.resolveSibling(name);
    beside.toFile().deleteOnExit();
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        content.writeTo(out);
      }
      move(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
