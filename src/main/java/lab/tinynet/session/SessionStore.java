package lab.tinynet.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;

/// The folder in which the sessions of one person are saved by themselves: a folder a session, see
/// [SessionFolder]. Several programs may use it at once, each has its own session's folder.
public final class SessionStore {
  /// The newest so many of the sessions that were closed are kept.
  static final int MOST_CLOSED = 10;

  private static final System.Logger LOG = System.getLogger(SessionStore.class.getName());
  private static final String OVERRIDE = "TINYNET_LAB_DATA";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

  private final Path folder;

  public SessionStore(Path folder) {
    this.folder = folder;
  }

  /// The store in the place where programs of this system keep data, or in the folder that the
  /// environment names in `TINYNET_LAB_DATA`.
  public static SessionStore ofUser() {
    return new SessionStore(dataOfUser().resolve("sessions"));
  }

  /// The folder in which the lab keeps what a person has made.
  public static Path dataOfUser() {
    Path home = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path data;
    if (system.startsWith("windows")) {
      data = variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
    } else if (system.startsWith("mac")) {
      data = home.resolve("Library").resolve("Application Support");
    } else {
      data = variable("XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share"));
    }
    return variable(OVERRIDE).orElse(data.resolve("tinynet-lab"));
  }

  private static Optional<Path> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
  }

  /// A folder for a new session, which is this program's alone until it is closed.
  ///
  /// @throws IOException if it cannot be made
  public SessionFolder begin() throws IOException {
    dropOldest();
    String now = NAME.format(ZonedDateTime.now(ZoneOffset.UTC));
    String stem = now + "-" + ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      Path own = folder.resolve(i == 0 ? stem : stem + "-" + i);
      if (!Files.exists(own)) {
        Files.createDirectories(own);
        Optional<SessionFolder> claimed = SessionFolder.claim(own);
        if (claimed.isPresent()) {
          // Somebody may have looked in and taken it for one that ended before anything was saved.
          claimed.get().reopen();
          return claimed.get();
        }
      }
    }
  }

  /// A session that ended without having been closed.
  ///
  /// @param folder its folder, which is this program's now
  /// @param problems what was wrong with it
  public record Recovered(SavedSession session, SessionFolder folder, List<Problem> problems) {
    public Recovered {
      problems = List.copyOf(problems);
    }
  }

  /// The newest session that nobody uses and that was not closed. Of its copies the newest whole
  /// one counts; damaged ones are set aside.
  public Optional<Recovered> recover() {
    for (Path own : sessions().reversed()) {
      try {
        Optional<Recovered> found = recover(own);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, own + " cannot be looked at: " + e);
      }
    }
    return Optional.empty();
  }

  private static Optional<Recovered> recover(Path own) throws IOException {
    if (SessionFolder.closed(own)) {
      return Optional.empty();
    }
    Optional<SessionFolder> claimed = SessionFolder.claim(own);
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    Optional<SavedSession> newest;
    try {
      newest = claimed.get().newest(problems::add);
    } catch (InvalidInput e) {
      claimed.get().release();
      return Optional.empty();
    }
    if (newest.isEmpty()) {
      // Nothing was saved in it yet, or nothing is whole: never look at it again.
      claimed.get().close();
      return Optional.empty();
    }
    return Optional.of(new Recovered(newest.get(), claimed.get(), problems));
  }

  /// The folders of all sessions, oldest first.
  private List<Path> sessions() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, folder + " cannot be read: " + e);
      return List.of();
    }
  }

  private void dropOldest() {
    List<Path> closed = sessions().stream().filter(SessionFolder::closed).toList();
    for (Path old : closed.subList(0, Math.max(0, closed.size() - MOST_CLOSED))) {
      try {
        SessionFolder.delete(old);
      } catch (IOException | InvalidInput e) {
        LOG.log(System.Logger.Level.WARNING, old + " cannot be removed: " + e);
      }
    }
  }
}
