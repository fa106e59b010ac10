package lab.tinynet.ui.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// Something that the window can be asked to do.
///
/// @param id names it for good, in kept lists: `undo`
/// @param title what it is called, in either language
/// @param keys what fires it, if anything; the first is the one that is told
/// @param refusal why it can't be done at the moment: the key of a text; empty when it can
public record LabAction(
    String id,
    Group group,
    Function<Language, String> title,
    List<KeyCombination> keys,
    Supplier<Optional<String>> refusal,
    Runnable run) {

  public LabAction {
    keys = List.copyOf(keys);
  }

  /// The heading under which it stands on the sheet of keys.
  public enum Group {
    RUN,
    TIMELINE,
    PLACE,
    VIEW,
    FILE,
    PRESET;

    /// Key of the heading.
    public String key() {
      return "ui.actions." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One that is called by a text of the catalogue.
  public static LabAction of(String id, Group group, String titleKey, Runnable run) {
    return of(id, group, language -> Messages.of(language).text(titleKey), run);
  }

  /// One that is always possible and has no key.
  public static LabAction of(
      String id, Group group, Function<Language, String> title, Runnable run) {
    return new LabAction(id, group, title, List.of(), Optional::empty, run);
  }

  /// The same, fired by one key more.
  ///
  /// @param combination such as `Shortcut+Z`
  public LabAction on(String combination) {
    List<KeyCombination> more =
        Stream.concat(keys.stream(), Stream.of(KeyCombination.valueOf(combination))).toList();
    return new LabAction(id, group, title, more, refusal, run);
  }

  /// The same, refused where there is a reason.
  public LabAction unless(Supplier<Optional<String>> reason) {
    return new LabAction(id, group, title, keys, reason, run);
  }

  /// Does it, unless it is refused.
  ///
  /// @return why it was not done
  public Optional<String> fire() {
    Optional<String> reason = refusal.get();
    if (reason.isEmpty()) {
      run.run();
    }
    return reason;
  }
}
