package lab.tinynet.ui.action;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// Something that the window can be asked to do.
///
/// @param id names it for good, in kept lists: `undo`
/// @param title what it is called, in either language
/// @param key what fires it, if anything
/// @param refusal why it can't be done at the moment: the key of a text; empty when it can
public record LabAction(
    String id,
    Group group,
    Function<Language, String> title,
    Optional<KeyCombination> key,
    Supplier<Optional<String>> refusal,
    Runnable run) {

  /// The heading under which it stands on the sheet of keys.
  public enum Group {
    RUN,
    TIMELINE,
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
    return new LabAction(
        id,
        group,
        language -> Messages.of(language).text(titleKey),
        Optional.empty(),
        Optional::empty,
        run);
  }

  /// The same, fired by a key.
  ///
  /// @param combination such as `Shortcut+Z`
  public LabAction on(String combination) {
    return new LabAction(
        id, group, title, Optional.of(KeyCombination.valueOf(combination)), refusal, run);
  }

  /// The same, refused where there is a reason.
  public LabAction unless(Supplier<Optional<String>> reason) {
    return new LabAction(id, group, title, key, reason, run);
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
