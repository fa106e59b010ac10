package lab.tinynet.ui.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deed;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecDifference;
import lab.tinynet.ui.i18n.I18n;

/// Says in a few words what a person did, or what differs between two experiments.
public final class EditWords {
  private static final Pattern LAYER = Pattern.compile("network\\[(\\d+)](.*)");
  private static final Pattern WEIGHT =
      Pattern.compile("weights\\.layers\\[(\\d+)]\\.(\\w+)((?:\\[\\d+])*)");
  private static final int LONGEST = 24;

  private final I18n i18n;

  public EditWords(I18n i18n) {
    this.i18n = i18n;
  }

  /// What was done, to stand behind "Undo:".
  public String of(Deed deed) {
    return switch (deed.command()) {
      case Command.Train() -> i18n.text("ui.deed.train", "step", grouped(deed.step()));
      case Command.Step(long count) ->
          count == 1
              ? i18n.text("ui.deed.step", "step", grouped(deed.step()))
              : i18n.text("ui.deed.steps", "step", grouped(deed.step()));
      case Command.Reset() -> i18n.text("ui.deed.reset");
      case Command.Open(Experiment other, _) -> opened(deed.before(), other);
      case Command.Restore _ -> i18n.text("ui.deed.restore");
      case Command.Change(Experiment after) ->
          difference(deed.before(), after).orElseGet(() -> i18n.text("ui.deed.settings"));
      case Command.SetWeights(var weights) ->
          weights.size() == 1
              ? i18n.text(
                  "ui.deed.weight",
                  "name",
                  path(weights.getFirst().path()),
                  "value",
                  brief(weights.getFirst().value()))
              : i18n.text("ui.deed.weights");
      case Command.GoTo(long step) -> i18n.text("ui.deed.goto", "step", grouped(step));
      case Command.BeginBranch _ -> i18n.text("ui.deed.branch");
      case Command.RenameBranch _ -> i18n.text("ui.deed.rename");
      case Command.SwitchTo _ -> i18n.text("ui.deed.switch");
      case Command.Pause(), Command.SetPace _, Command.SetStop _, Command.Undo(), Command.Redo() ->
          "";
    };
  }

  private String opened(Experiment before, Experiment after) {
    if (!before.name().equals(after.name()) && !after.name().isBlank()) {
      return i18n.text("ui.deed.open", "name", after.name());
    }
    if (!before.data().equals(after.data())) {
      return i18n.text("ui.deed.data");
    }
    return difference(before, after).orElseGet(() -> i18n.text("ui.deed.experiment"));
  }

  /// The one thing in which two experiments differ; empty if there are none or more.
  private Optional<String> difference(Experiment before, Experiment after) {
    List<SpecDifference> found = SpecDifference.between(List.of(before, after));
    return found.size() == 1 ? Optional.of(of(found.getFirst())) : Optional.empty();
  }

  /// `learning rate 0.03 → 0.1`.
  public String of(SpecDifference difference) {
    return change(difference.path(), difference.values().getFirst(), difference.values().getLast());
  }

  /// Everything that one experiment has otherwise than another, a change each.
  public List<String> between(Experiment before, Experiment after) {
    return SpecDifference.between(List.of(before, after)).stream().map(this::of).toList();
  }

  /// `learning rate 0.03 → 0.1`, or `network` where the values are too long to be read.
  ///
  /// @param before as JSON, or as the log has it
  public String change(String path, String before, String after) {
    String was = value(before);
    String is = value(after);
    boolean readable =
        was.length() <= LONGEST
            && is.length() <= LONGEST
            && !was.contains("{")
            && !is.contains("{");
    return readable
        ? i18n.text("ui.deed.change", "name", path(path), "before", was, "after", is)
        : path(path);
  }

  /// The name of a field for a person: `learning rate`; the path itself where it has none.
  public String path(String path) {
    Matcher layer = LAYER.matcher(path);
    if (layer.matches()) {
      String number = String.valueOf(Integer.parseInt(layer.group(1)) + 1);
      String field = layer.group(2).isEmpty() ? "" : layer.group(2).substring(1);
      return known("ui.path.layer." + field, field)
          .map(word -> i18n.text("ui.path.ofLayer", "number", number, "field", word))
          .orElseGet(() -> i18n.text("ui.path.layer", "number", number));
    }
    Matcher weight = WEIGHT.matcher(path);
    if (weight.matches()) {
      return i18n.text(
          "ui.path.weight",
          "number",
          Integer.parseInt(weight.group(1)) + 1,
          "name",
          weight.group(2) + weight.group(3));
    }
    return known("ui.path." + path, path).orElse(path);
  }

  private Optional<String> known(String key, String field) {
    return !field.isEmpty() && i18n.messages().has(key)
        ? Optional.of(i18n.text(key))
        : Optional.empty();
  }

  private static String value(String json) {
    String bare = json.replace("\"", "");
    return bare.isEmpty() ? "–" : bare;
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String grouped(long step) {
    return String.format(Locale.ROOT, "%,d", step);
  }
}
