package lab.tinynet.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import lab.tinynet.session.LanesFactory;
import lab.tinynet.session.SessionFactory;
import lab.tinynet.session.SessionStore;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Preset;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.capture.CaptureTarget;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.settings.SettingsStore;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// What the window needs of the outside.
///
/// @param sessions makes the running experiment
/// @param lanes makes runs side by side
/// @param presets what the chooser offers, at least one
/// @param recovered a session to take up again, in place of opening an experiment
/// @param start what to open; empty for the preset opened last
/// @param language of this start; empty for the remembered one, else the system's
/// @param theme of this start; empty for the remembered one
/// @param settings what is remembered from start to start
/// @param results the file in which the table of results is kept
/// @param tutor makes the tutor; called on a thread of its own
/// @param captureTarget asks where a picture goes
/// @param places asks which files are opened and written
/// @param nextSeed another seed from the present one
/// @param atOnce whether training begins with the window
public record LabSetup(
    SessionFactory sessions,
    LanesFactory lanes,
    List<Preset> presets,
    Optional<SessionStore.Recovered> recovered,
    Optional<Experiment> start,
    Optional<Language> language,
    Optional<Theme> theme,
    SettingsStore settings,
    Path results,
    Supplier<Tutor> tutor,
    Function<I18n, CaptureTarget> captureTarget,
    Function<I18n, FilePlaces> places,
    LongUnaryOperator nextSeed,
    boolean atOnce) {
  public LabSetup {
    presets = List.copyOf(presets);
  }
}
