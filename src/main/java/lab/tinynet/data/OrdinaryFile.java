package lab.tinynet.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Opens data files: ordinary ones of a bounded size only.
final class OrdinaryFile {
  private OrdinaryFile() {}

  /// @param name as it is written, relative to the folder or absolute
  static Path path(Path folder, String name, FileTrouble trouble) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw trouble.refused("not-found");
    }
  }

  /// @param limit in bytes
  /// @return the size in bytes
  static long check(Path file, long limit, FileTrouble trouble) throws IOException {
    if (!Files.exists(file)) {
      throw trouble.refused("not-found");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw trouble.refused("unreadable");
    }
    long size = Files.size(file);
    if (size > limit) {
      throw trouble.refused("too-large", "limit", limit >> 20);
    }
    if (size == 0) {
      throw trouble.refused("empty");
    }
    return size;
  }

  /// All bytes of a file.
  static byte[] bytes(Path file, long limit, FileTrouble trouble) {
    try {
      check(file, limit, trouble);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(Math.toIntExact(limit) + 1);
        if (bytes.length > limit) {
          throw trouble.refused("too-large", "limit", limit >> 20);
        }
        return bytes;
      }
    } catch (IOException e) {
      throw trouble.refused("unreadable");
    }
  }
}
