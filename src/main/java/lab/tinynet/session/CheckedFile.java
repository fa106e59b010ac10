package lab.tinynet.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.tinynet.spec.InvalidInput;

/// A file of the lab that is either whole or refused: one line of text that says what it is, how
/// long, and the SHA-256 of that and of the content; then the content.
///
/// It comes into being whole: written beside its place, forced to the disk, then moved there. Who
/// is killed meanwhile leaves the old file, or none, and a left-over whose name ends in `.part`.
public final class CheckedFile {
  /// The name of a file that is still being written ends so.
  static final String UNFINISHED = ".part";

  private static final int MOST_HEADER = 256;
  private static final Pattern HEADER =
      Pattern.compile("(tinynet-lab (\\S+) (\\d{1,9}) bytes (\\d{1,18})) sha256 ([0-9a-f]{64})");

  private CheckedFile() {}

  /// A kind of file.
  ///
  /// @param name one word, in the first line of the file
  /// @param format the newest version of the content that is understood, from 1
  /// @param mostBytes of the content
  public record Kind(String name, int format, long mostBytes) {}

  /// Writes a file, or leaves what was there.
  ///
  /// @throws IOException if the folder cannot be written
  public static void write(Path file, Kind kind, byte[] content) throws IOException {
    String start =
        "tinynet-lab %s %d bytes %d".formatted(kind.name(), kind.format(), content.length);
    String header = start + " sha256 " + digest(start, content) + "\n";
    Path place = file.toAbsolutePath();
    Path beside = place.resolveSibling(place.getFileName() + UNFINISHED);
    try {
      try (FileChannel out =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writeAll(out, ByteBuffer.wrap(header.getBytes(StandardCharsets.UTF_8)));
        writeAll(out, ByteBuffer.wrap(content));
        out.force(true);
      }
      move(beside, place);
      forceFolder(place.getParent());
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Makes sure that the name, too, is on the disk. Not every system lets a folder be opened.
  @SuppressWarnings("EmptyCatch")
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows: the move is enough there.
    }
  }

  /// The content of a file that is whole.
  ///
  /// @throws InvalidInput if there is none, or it is damaged, of another kind or of a newer format
  public static byte[] read(Path file, Kind kind) {
    try (InputStream in = Files.newInputStream(file)) {
      Matcher header = HEADER.matcher(firstLine(in));
      if (!header.matches()) {
        throw SessionProblems.fileDamaged().refused();
      }
      if (!header.group(2).equals(kind.name())) {
        throw SessionProblems.fileOfAnotherKind(kind.name()).refused();
      }
      if (Integer.parseInt(header.group(3)) > kind.format()) {
        throw SessionProblems.fileOfNewerFormat(kind.format()).refused();
      }
      long length = Long.parseLong(header.group(4));
      if (length > kind.mostBytes()) {
        throw SessionProblems.fileTooLarge(kind.mostBytes()).refused();
      }
      if (Files.size(file) != header.end() + 1 + length) {
        throw SessionProblems.fileDamaged().refused();
      }
      byte[] content = in.readNBytes(Math.toIntExact(length));
      if (content.length != length || !digest(header.group(1), content).equals(header.group(5))) {
        throw SessionProblems.fileDamaged().refused();
      }
      return content;
    } catch (NoSuchFileException e) {
      throw SessionProblems.fileNotFound().refused();
    } catch (IOException e) {
      throw SessionProblems.fileUnreadable().refused();
    }
  }

  /// Up to the first line feed, which is swallowed.
  private static String firstLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
      line.write(next);
      if (line.size() > MOST_HEADER) {
        throw SessionProblems.fileDamaged().refused();
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /// SHA-256 in small hexadecimal digits.
  public static String digest(byte[] content) {
    return digest("", content);
  }

  private static String digest(String start, byte[] content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(start.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
