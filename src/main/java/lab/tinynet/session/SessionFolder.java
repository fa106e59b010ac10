package lab.tinynet.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecJson;

/// The folder of one session: the newest ten copies of it (`copy-000000012.session`), its long
/// specifications (`spec-<digest>.json`), a lock that its program holds as long as it lives, and a
/// file `closed` when it has been closed.
///
/// Not for use by several threads at once.
public final class SessionFolder implements AutoCloseable {
  static final int COPIES = 10;

  private static final int MOST_TEXTS = 8;

  private static final CheckedFile.Kind COPY = new CheckedFile.Kind("session", 1, 64L << 20);
  private static final CheckedFile.Kind SPEC = new CheckedFile.Kind("spec", 1, 256L << 20);
  private static final String COPY_START = "copy-";
  private static final String COPY_END = ".session";
  private static final String SPEC_START = "spec-";
  private static final String SPEC_END = ".json";
  private static final String LOCK = "lock";
  private static final String CLOSED = "closed";
  private static final String ASIDE = ".damaged";

  private final Path folder;
  private final FileChannel lock;
  private final Set<String> specsKept = new HashSet<>();
  private final IdentityHashMap<Experiment, String> texts = new IdentityHashMap<>();
  private long lastCopy;

  private SessionFolder(Path folder, FileChannel lock) throws IOException {
    this.folder = folder;
    this.lock = lock;
    dropUnfinished();
    List<Path> copies = copies();
    this.lastCopy = copies.isEmpty() ? 0 : number(copies.getLast());
  }

  /// Takes a folder for this program alone; empty if another has it.
  static Optional<SessionFolder> claim(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return Optional.of(new SessionFolder(folder, channel));
      }
    } catch (OverlappingFileLockException e) {
      // Another session of this very program has it.
    }
    channel.close();
    return Optional.empty();
  }

  /// Removes what somebody was writing when he was killed.
  private void dropUnfinished() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        if (file.getFileName().toString().endsWith(CheckedFile.UNFINISHED)) {
          Files.delete(file);
        }
      }
    }
  }

  /// Takes back that the session was closed.
  void reopen() throws IOException {
    Files.deleteIfExists(folder.resolve(CLOSED));
  }

  /// Whether the session was closed, so that nothing has to be recovered.
  static boolean closed(Path folder) {
    return Files.exists(folder.resolve(CLOSED));
  }

  /// Removes the folder of a session that is over.
  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  public Path path() {
    return folder;
  }

  /// Saves a session as the newest copy, and drops the oldest beyond ten.
  ///
  /// @throws IOException if the folder cannot be written; then the copies are as they were
  public void save(SavedSession session) throws IOException {
    byte[] text = SavedSessionJson.write(session, new Specs());
    long number = lastCopy + 1;
    String name = COPY_START + "%09d".formatted(number) + COPY_END;
    CheckedFile.write(folder.resolve(name), COPY, text);
    lastCopy = number;
    List<Path> copies = copies();
    for (Path old : copies.subList(0, Math.max(0, copies.size() - COPIES))) {
      Files.deleteIfExists(old);
    }
  }

  /// The newest copy that is whole. Newer ones that are not are set aside.
  ///
  /// @param problems is told of each that was set aside
  /// @throws InvalidInput if a copy comes from a newer version of the program, which is none of our
  ///     business
  public Optional<SavedSession> newest(Consumer<Problem> problems) throws IOException {
    for (Path copy : copies().reversed()) {
      try {
        return Optional.of(SavedSessionJson.read(CheckedFile.read(copy, COPY), new Specs()));
      } catch (InvalidInput e) {
        if (e.problem().equals(SessionProblems.fileOfNewerFormat(COPY.format()))) {
          throw e;
        }
        Path aside = copy.resolveSibling(copy.getFileName() + ASIDE);
        Files.move(copy, aside);
        problems.accept(SessionProblems.copySetAside(aside));
      }
    }
    return Optional.empty();
  }

  /// Gives the folder up: its session is over, and need not be recovered.
  @Override
  public void close() throws IOException {
    try {
      Files.write(folder.resolve(CLOSED), new byte[0]);
    } finally {
      release();
    }
  }

  /// Gives the folder up as it is; its session may be recovered.
  public void release() throws IOException {
    lock.close();
  }

  /// Copies, oldest first.
  private List<Path> copies() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> number(file) > 0)
          .sorted(Comparator.comparingLong(SessionFolder::number))
          .toList();
    }
  }

  /// The number of a copy; 0 of any other file.
  private static long number(Path file) {
    String name = file.getFileName().toString();
    if (!name.matches(COPY_START + "\\d{1,18}\\" + COPY_END)) {
      return 0;
    }
    return Long.parseLong(name.substring(COPY_START.length(), name.length() - COPY_END.length()));
  }

  /// The specifications in the folder, by the digest of their text.
  private final class Specs implements SavedSessionJson.Specs {
    @Override
    public String text(Experiment experiment) {
      if (texts.size() > MOST_TEXTS) {
        texts.clear();
      }
      return texts.computeIfAbsent(experiment, SpecJson::write);
    }

    @Override
    public String keep(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String name = CheckedFile.digest(bytes);
      if (!specsKept.contains(name) && !whole(name)) {
        CheckedFile.write(file(name), SPEC, bytes);
      }
      specsKept.add(name);
      return name;
    }

    private boolean whole(String name) {
      try {
        return CheckedFile.digest(CheckedFile.read(file(name), SPEC)).equals(name);
      } catch (InvalidInput e) {
        return false;
      }
    }

    @Override
    public Experiment find(String name) {
      if (!name.matches("[0-9a-f]{64}")) {
        throw SessionProblems.fileDamaged().refused();
      }
      byte[] text = CheckedFile.read(file(name), SPEC);
      return SpecJson.read(new String(text, StandardCharsets.UTF_8));
    }

    private Path file(String name) {
      return folder.resolve(SPEC_START + name + SPEC_END);
    }
  }
}
