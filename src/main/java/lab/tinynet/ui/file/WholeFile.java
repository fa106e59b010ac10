package lab.tinynet.ui.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all.
public final class WholeFile {
  private WholeFile() {}

  /// Writes beside the file first, then takes its place in one move.
  ///
  /// @throws IOException if the folder cannot be written; then what was there is still there
  public static void write(Path file, byte[] content) throws IOException {
    Path place = file.toAbsolutePath();
    Path beside =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(beside, content);
      try {
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
