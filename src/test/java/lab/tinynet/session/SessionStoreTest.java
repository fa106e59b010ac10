package lab.tinynet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is saved of sessions, and what comes back.
class SessionStoreTest {
  @TempDir Path folder;
  private SessionStore store;

  @BeforeEach
  void make() {
    store = new SessionStore(folder);
  }

  @Test
  void aSessionComesBackAsItWas() throws IOException {
    for (SavedSession session : List.of(SavedSessions.rich(370), SavedSessions.large())) {
      SessionFolder own = store.begin();
      own.save(session);
      own.release();
      SessionStore.Recovered found = store.recover().orElseThrow();
      assertThat(found.session()).isEqualTo(session);
      assertThat(found.problems()).isEmpty();
      found.folder().close();
    }
    assertThat(store.recover()).isEmpty();
  }

  @Test
  void examplesInASpecificationAreWrittenOnce() throws IOException {
    SessionFolder own = store.begin();
    SavedSession session = SavedSessions.large();
    for (int i = 0; i < 5; i++) {
      own.save(session);
    }
    assertThat(Files.size(copies(own).getLast())).isLessThan(1_000);
    assertThat(names(own)).filteredOn(name -> name.startsWith("spec-")).hasSize(1);
  }

  @Test
  void tenCopiesAreKeptAndTheNewestComesBack() throws IOException {
    SessionFolder own = store.begin();
    for (int i = 0; i <= 25; i++) {
      own.save(SavedSessions.rich(i));
    }
    own.release();
    assertThat(copies(own)).hasSize(SessionFolder.COPIES);
    SessionStore.Recovered found = store.recover().orElseThrow();
    assertThat(found.session().position()).isEqualTo(25);
    found.folder().save(SavedSessions.rich(26));
    found.folder().release();
    assertThat(store.recover().orElseThrow().session().position()).isEqualTo(26);
  }

  @Test
  void damagedCopiesAreSetAsideAndTheNewestWholeOneComesBack() throws IOException {
    SessionFolder own = store.begin();
    for (int i = 1; i <= 4; i++) {
      own.save(SavedSessions.rich(i));
    }
    own.release();
    List<Path> copies = copies(own);
    byte[] bytes = Files.readAllBytes(copies.get(3));
    bytes[bytes.length / 2] ^= 4;
    Files.write(copies.get(3), bytes);
    Files.write(copies.get(2), new byte[0]);
    Files.writeString(own.path().resolve("copy-000000009.session.part"), "half");
    SessionStore.Recovered found = store.recover().orElseThrow();
    assertThat(found.session()).isEqualTo(SavedSessions.rich(2));
    assertThat(found.problems())
        .containsExactly(
            SessionProblems.copySetAside(own.path().resolve("copy-000000004.session.damaged")),
            SessionProblems.copySetAside(own.path().resolve("copy-000000003.session.damaged")));
    assertThat(names(own)).noneMatch(name -> name.endsWith(".part"));
    assertThat(Files.readAllBytes(own.path().resolve("copy-000000004.session.damaged")))
        .isEqualTo(bytes);
  }

  @Test
  void textThatIsNoSessionIsDamageWhateverItsChecksumSays() throws IOException {
    SessionFolder own = store.begin();
    own.save(SavedSessions.rich(3));
    own.release();
    String text = new String(content(own), java.nio.charset.StandardCharsets.UTF_8);
    for (String[] change :
        new String[][] {
          {"\"position\":3", "\"position\":501"},
          {"\"position\":3", "\"position\":-1"},
          {"\"position\":3", "\"position\":\"3\""},
          {"\"current\":4", "\"current\":5"},
          {"\"number\":9", "\"number\":4"},
          {"\"spec\":1", "\"spec\":2"},
          {"\"end\":500", "\"end\":119"},
          {"\"kind\":\"adam\"", "\"kind\":\"adem\""},
          {"\"step\":120", "\"step\":1e3"},
          {"{\"position", "[\"position"},
        }) {
      assertThat(text).contains(change[0]);
      CheckedFile.write(
          copies(own).getLast(),
          new CheckedFile.Kind("session", 1, 1 << 20),
          text.replace(change[0], change[1]).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      List<Problem> problems = new ArrayList<>();
      SessionFolder again = SessionFolder.claim(own.path()).orElseThrow();
      assertThat(again.newest(problems::add)).as(change[1]).isEmpty();
      assertThat(problems).hasSize(1);
      again.save(SavedSessions.rich(3));
      again.release();
    }
  }

  @Test
  void aCopyOfANewerProgramIsLeftAlone() throws IOException {
    SessionFolder own = store.begin();
    own.save(SavedSessions.rich(3));
    own.release();
    Path copy = copies(own).getLast();
    CheckedFile.write(copy, new CheckedFile.Kind("session", 2, 1 << 20), content(own));
    assertThat(store.recover()).isEmpty();
    assertThat(copy).exists();
    assertThat(SessionFolder.closed(own.path())).isFalse();
    assertThatThrownBy(() -> SessionFolder.claim(own.path()).orElseThrow().newest(_ -> {}))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void whatAnotherHasOpenIsNotTouched() throws IOException {
    SessionFolder mine = store.begin();
    SessionFolder other = new SessionStore(folder).begin();
    assertThat(mine.path()).isNotEqualTo(other.path());
    mine.save(SavedSessions.rich(1));
    other.save(SavedSessions.rich(2));
    assertThat(new SessionStore(folder).recover()).isEmpty();
    other.release();
    assertThat(store.recover().orElseThrow().session().position()).isEqualTo(2);
    mine.release();
    assertThat(store.recover().orElseThrow().session().position()).isEqualTo(1);
  }

  @Test
  void closedSessionsAreNotRecoveredAndTheOldestGo() throws IOException {
    List<Path> made = new ArrayList<>();
    for (int i = 0; i < SessionStore.MOST_CLOSED + 4; i++) {
      SessionFolder own = store.begin();
      own.save(SavedSessions.rich(i));
      own.close();
      made.add(own.path());
    }
    assertThat(store.recover()).isEmpty();
    SessionFolder last = store.begin();
    assertThat(made.getFirst()).doesNotExist();
    assertThat(made.subList(4, made.size())).allSatisfy(path -> assertThat(path).exists());
    last.close();
  }

  private byte[] content(SessionFolder own) throws IOException {
    return CheckedFile.read(copies(own).getLast(), new CheckedFile.Kind("session", 2, 1 << 20));
  }

  private static List<Path> copies(SessionFolder own) throws IOException {
    try (Stream<Path> all = Files.list(own.path())) {
      return all.filter(path -> path.toString().endsWith(".session")).sorted().toList();
    }
  }

  private static List<String> names(SessionFolder own) throws IOException {
    try (Stream<Path> all = Files.list(own.path())) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
