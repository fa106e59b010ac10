package lab.tinynet.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.SessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments while a program trains and saves by itself: no saved session is lost
/// or damaged, and no more than ten seconds of work are gone. `-Dproof.scale=1` kills it a hundred
/// times.
class KillTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int KILLS = (int) Math.max(3, 100 * SCALE);
  private static final long MOST_LOST_MILLIS = 10_000;
  private static final int LONGEST_LIFE_MILLIS = 14_000;

  @TempDir Path folder;

  /// What the program said of itself.
  private record Said(long millis, long step, int branches, int edits) {}

  @Test
  void nothingSavedIsLostAndAtMostTenSecondsOfWork() throws Exception {
    var draws = new Draws(9);
    Path output = folder.resolve("output");
    Path sessions = folder.resolve("sessions");
    long worst = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process victim = start(sessions, output);
      try {
        awaitReady(victim, output);
        Thread.sleep(draws.between(0, LONGEST_LIFE_MILLIS));
      } finally {
        victim.destroyForcibly();
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
      List<Said> said = said(output);
      assertThat(noneDamaged(sessions)).as("kill %d", kill).isTrue();
      var found = new SessionStore(sessions).recover();
      if (found.isEmpty()) {
        // Killed before the first copy was due.
        assertThat(said.isEmpty() || said.getLast().millis() - said.getFirst().millis() < 5_000)
            .isTrue();
        continue;
      }
      assertThat(found.get().problems()).isEmpty();
      worst = Math.max(worst, lost(said, found.get().session()));
      // As if the program had not been: the next one takes it up.
      found.get().folder().release();
    }
    System.out.printf("kill -9, %d times: at most %.1f s of work lost%n", KILLS, worst / 1e3);
    assertThat(worst).isLessThanOrEqualTo(MOST_LOST_MILLIS);
  }

  /// How long before its end the program was where its saved session stands.
  private static long lost(List<Said> said, SavedSession saved) {
    if (said.isEmpty()) {
      return 0;
    }
    int branches = saved.timeline().branches().size();
    int edits = saved.timeline().currentBranch().edits().size();
    Said last = said.getLast();
    for (Said now : said.reversed()) {
      boolean reached =
          now.branches() < branches
              || (now.branches() == branches
                  && (now.edits() < edits
                      || (now.edits() == edits && now.step() <= saved.position())));
      if (reached) {
        return last.millis() - now.millis();
      }
    }
    // The copy is from before this life.
    return last.millis() - said.getFirst().millis();
  }

  private static boolean noneDamaged(Path sessions) throws IOException {
    if (!Files.exists(sessions)) {
      return true;
    }
    try (Stream<Path> all = Files.walk(sessions)) {
      return all.noneMatch(file -> file.toString().endsWith(".damaged"));
    }
  }

  private static List<Said> said(Path output) throws IOException {
    List<Said> said = new ArrayList<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      String[] words = line.split(" ", -1);
      if (words.length == 4 && words[0].matches("\\d{13}") && words[3].matches("\\d+")) {
        said.add(
            new Said(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3])));
      }
    }
    return said;
  }

  private static void awaitReady(Process victim, Path output) throws Exception {
    long start = System.nanoTime();
    while (!Files.readString(output, StandardCharsets.UTF_8).contains("ready")) {
      assertThat(victim.isAlive()).as(Files.readString(output)).isTrue();
      assertThat(System.nanoTime() - start).isLessThan(120_000_000_000L);
      Thread.sleep(20);
    }
  }

  private static Process start(Path sessions, Path output) throws IOException {
    Files.deleteIfExists(output);
    Files.createFile(output);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            sessions.toString());
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
