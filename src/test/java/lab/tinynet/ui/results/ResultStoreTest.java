package lab.tinynet.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  @TempDir Path folder;

  private final List<List<RunResult>> told = new ArrayList<>();
  private final List<ResultStore.Trouble> troubles = new ArrayList<>();

  @Test
  void whatIsKeptIsThereAtTheNextStart() {
    RunResult one = result("a", 100, 1);
    RunResult other = result("b", 50, 2);
    during(store -> store.restore(List.of(one, other)));
    during(store -> {});
    assertThat(told.getLast()).containsExactly(other, one);
    assertThat(troubles).isEmpty();
  }

  @Test
  void theSameCourseHasOneRowThatOfTheFurthest() {
    during(
        store -> {
          store.restore(List.of(result("a", 100, 1)));
          store.restore(List.of(result("a", 300, 2)));
          store.restore(List.of(result("a", 200, 3)));
        });
    assertThat(told.getLast()).extracting(RunResult::steps).containsExactly(300L);
  }

  @Test
  void whatIsDeletedCanBePutBack() {
    RunResult one = result("a", 100, 1);
    during(
        store -> {
          store.restore(List.of(one));
          store.delete(Set.of("a"));
          store.restore(List.of(one));
        });
    assertThat(told).contains(List.of());
    assertThat(told.getLast()).containsExactly(one);
  }

  @Test
  void onlyTheNewestFiveHundredAreKept() {
    List<RunResult> many = new ArrayList<>();
    for (int i = 0; i < ResultStore.MOST + 20; i++) {
      many.add(result("c" + i, 10, i));
    }
    during(store -> store.restore(many));
    assertThat(told.getLast()).hasSize(ResultStore.MOST);
    assertThat(told.getLast().getFirst().course()).isEqualTo("c519");
  }

  @Test
  void aDamagedFileIsSetAsideAndSaid() throws IOException {
    Files.writeString(file(), "{\"format\": 1, \"results\": [{\"cour");
    during(store -> store.restore(List.of(result("a", 100, 1))));
    assertThat(troubles).containsExactly(ResultStore.Trouble.DAMAGED);
    assertThat(folder.resolve("results.json.damaged"))
        .hasContent("{\"format\": 1, \"results\": [{\"cour");
    assertThat(told.getLast()).hasSize(1);
  }

  @Test
  void aFileOfANewerVersionIsLeftAsItIs() throws IOException {
    Files.writeString(file(), "{\"format\": 2}");
    during(store -> store.restore(List.of(result("a", 100, 1))));
    assertThat(troubles).containsExactly(ResultStore.Trouble.NEWER);
    assertThat(file()).hasContent("{\"format\": 2}");
  }

  @Test
  void rowsAreCopiedWithNumbersInFullAndFieldsQuotedWhereTheyMustBe() {
    List<ResultColumn> columns =
        ResultColumn.all(new ResultWords(new I18n(Language.EN), List.of())).stream()
            .filter(column -> List.of("name", "steps", "trainLoss").contains(column.key()))
            .toList();
    List<String> heads = List.of("Experiment", "Steps", "Train loss");
    RunResult row = result("a", 12_345, 1);
    assertThat(ResultsText.csv(columns, heads, List.of(row)))
        .isEqualTo("Experiment,Steps,Train loss\r\n\"two, \"\"quoted\"\"\",12345,0.123456789\r\n");
    assertThat(ResultsText.tsv(columns, heads, List.of(row)))
        .isEqualTo("Experiment\tSteps\tTrain loss\r\ntwo, \"quoted\"\t12345\t0.123456789\r\n");
  }

  private void during(java.util.function.Consumer<ResultStore> work) {
    try (ResultStore store = new ResultStore(file(), List.of(), Clock.systemUTC())) {
      store.open(
          new ResultStore.Listener() {
            @Override
            public void results(List<RunResult> results) {
              told.add(results);
            }

            @Override
            public void trouble(ResultStore.Trouble trouble, String detail) {
              troubles.add(trouble);
            }
          });
      work.accept(store);
    }
  }

  private Path file() {
    return folder.resolve("results.json");
  }

  private static RunResult result(String course, long steps, long second) {
    return new RunResult(
        course,
        Optional.empty(),
        "two, \"quoted\"",
        "2-8-1",
        List.of("relu"),
        "moons",
        7,
        "sgd",
        0.1,
        steps,
        OptionalDouble.of(0.123456789),
        OptionalDouble.empty(),
        OptionalDouble.of(0.75),
        OptionalDouble.empty(),
        3,
        8,
        OptionalLong.empty(),
        Instant.ofEpochSecond(second),
        Optional.of("{}"));
  }
}
