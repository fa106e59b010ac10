package lab.tinynet.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.ui.action.LabAction.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSearchTest {
  private static final List<LabAction> ACTIONS =
      Stream.of(
              "ui.action.train",
              "ui.reset",
              "ui.action.undo",
              "ui.action.dark",
              "ui.action.language",
              "ui.branches.title")
          .map(key -> LabAction.of(key, Group.RUN, key, () -> {}))
          .toList();

  private final ActionSearch search = new ActionSearch(ACTIONS);

  private List<String> find(String text) {
    return search.find(text, List.of()).stream().map(LabAction::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "xl, ui.action.train",
    "训练, ui.action.train",
    "train, ui.action.train",
    "TRA, ui.action.train",
    "cl, ui.reset",
    "zl, ui.reset",
    "重来, ui.reset",
    "same weights, ui.reset",
    "cx, ui.action.undo",
    "undo, ui.action.undo",
    "sszt, ui.action.dark",
    "ｄａｒｋ, ui.action.dark",
    "中文, ui.action.language",
    "fz, ui.branches.title",
    "brnch, ui.branches.title",
    "xunlian, ui.action.train",
    "xunl, ui.action.train",
    "chong, ui.reset",
    "theme dar, ui.action.dark",
    "深题, ui.action.dark"
  })
  void isFoundInEnglishInChineseAndByInitials(String typed, String first) {
    assertThat(find(typed)).startsWith(first);
  }

  @Test
  void lettersThatStandCloserTogetherComeFirst() {
    List<LabAction> near =
        Stream.of("the open sea of dashed arks", "dadrk")
            .map(title -> LabAction.of(title, Group.RUN, _ -> title, () -> {}))
            .toList();
    assertThat(new ActionSearch(near).find("drk", List.of()))
        .extracting(LabAction::id)
        .containsExactly("dadrk", "the open sea of dashed arks");
  }

  @Test
  void aHeadingGivesWhatStandsUnderItAfterWhatIsCalledSo() {
    List<LabAction> two =
        List.of(
            LabAction.of("moons", Group.PRESET, _ -> "moons", () -> {}),
            LabAction.of("choose", Group.VIEW, _ -> "choose a preset", () -> {}),
            LabAction.of("dark", Group.VIEW, _ -> "dark", () -> {}));
    assertThat(new ActionSearch(two).find("preset", List.of()))
        .extracting(LabAction::id)
        .containsExactly("choose", "moons");
  }

  @Test
  void ofWhatFitsEquallyWellTheLastUsedComesFirst() {
    List<LabAction> two =
        Stream.of("light theme", "dark theme")
            .map(title -> LabAction.of(title, Group.VIEW, _ -> title, () -> {}))
            .toList();
    assertThat(new ActionSearch(two).find("theme", List.of("dark theme")))
        .extracting(LabAction::id)
        .containsExactly("dark theme", "light theme");
  }

  @Test
  void nothingTypedGivesEverythingInItsOrder() {
    assertThat(find("")).hasSize(ACTIONS.size()).startsWith("ui.action.train", "ui.reset");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(find("qqq")).isEmpty();
    assertThat(find("没有")).isEmpty();
  }

  @Test
  void whatWasUsedLatelyComesFirst() {
    assertThat(search.find("", List.of("ui.action.dark", "ui.reset")))
        .extracting(LabAction::id)
        .startsWith("ui.action.dark", "ui.reset", "ui.action.train");
  }
}
