package lab.tinynet.ui.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import lab.tinynet.data.DataFiles;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.Validation;
import lab.tinynet.ui.FxThread;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Toast;

/// Opens and saves experiments, and takes data files into the present one. Reading and writing have
/// a thread of their own; opening another file, or [#cancel], ends a reading that is going on. The
/// run goes on until what was read is whole and right.
public final class ExperimentFiles {
  private static final System.Logger LOG = System.getLogger(ExperimentFiles.class.getName());

  private final LabModel model;
  private final I18n i18n;
  private final Toast toast;
  private final FilePlaces places;
  private final Consumer<Path> opened;
  private final AtomicInteger turn = new AtomicInteger();

  /// @param opened is told of every experiment file that was opened or saved
  public ExperimentFiles(
      LabModel model, I18n i18n, Toast toast, FilePlaces places, Consumer<Path> opened) {
    this.model = model;
    this.i18n = i18n;
    this.toast = toast;
    this.places = places;
    this.opened = opened;
  }

  /// Asks for a file and opens it.
  public void open(Window owner) {
    places.toOpen(owner).ifPresent(this::open);
  }

  /// Asks for a folder of images and takes them as data.
  public void openFolder(Window owner) {
    places.folderToOpen(owner).ifPresent(this::open);
  }

  /// Whether dropping these would do anything.
  public static boolean wanted(List<Path> paths) {
    return paths.stream().anyMatch(FileKinds::wanted);
  }

  /// Opens an experiment, or takes data into the present one, whichever the file holds.
  public void open(Path path) {
    Optional<FileKinds.Opened> kind = FileKinds.of(path);
    int mine = turn.incrementAndGet();
    if (kind.isEmpty()) {
      toast.say(i18n.bound("ui.file.unknown", "file", name(path)), true);
      return;
    }
    toast.say(i18n.bound("ui.file.reading", "file", name(path), "percent", "0"), false);
    Thread.ofPlatform()
        .daemon()
        .name("file reader")
        .start(
            () -> {
              switch (kind.get()) {
                case FileKinds.Opened.Spec(Path file) -> readSpec(file, mine);
                case FileKinds.Opened.Data(FileSource source) -> readData(path, source, mine);
              }
            });
  }

  /// Ends a reading that is going on.
  public void cancel() {
    turn.incrementAndGet();
  }

  private void readSpec(Path file, int mine) {
    try {
      Experiment read =
          DataFiles.loaded(SpecJson.read(file), (done, total) -> tell(file, done, total, mine));
      List<Problem> problems = Validation.check(read);
      if (!problems.isEmpty()) {
        throw problems.getFirst().refused();
      }
      take(
          mine,
          () -> {
            model.open(read, model.phaseProperty().get() == RunState.Phase.TRAINING);
            opened.accept(file);
            toast.say(i18n.bound("ui.file.opened", "file", name(file)), false);
          });
    } catch (CancellationException e) {
      LOG.log(System.Logger.Level.DEBUG, "given up: " + file);
    } catch (InvalidInput e) {
      refuse(file, e.problem(), mine);
    }
  }

  private void readData(Path path, FileSource source, int mine) {
    try {
      FileContents contents =
          DataFiles.contents(source, (done, total) -> tell(path, done, total, mine));
      take(mine, () -> use(path, new DataSpec.Files(source, 0.3).withContents(contents)));
    } catch (CancellationException e) {
      LOG.log(System.Logger.Level.DEBUG, "given up: " + path);
    } catch (InvalidInput e) {
      refuse(path, e.problem(), mine);
    }
  }

  private void use(Path path, DataSpec.Files data) {
    Optional<Problem> problem = model.edit(experiment -> ExperimentEdits.files(experiment, data));
    if (problem.isPresent()) {
      refuse(path, problem.get(), turn.get());
    } else {
      int train = NetworkShape.trainCount(data);
      int test = NetworkShape.testCount(data);
      toast.say(
          i18n.bound("ui.file.data", "file", name(path), "train", train, "test", test), false);
    }
  }

  /// On the JavaFX thread, unless something else has been opened meanwhile.
  private void take(int mine, Runnable task) {
    FxThread.run(
        () -> {
          if (turn.get() == mine) {
            task.run();
          }
        });
  }

  private void tell(Path file, long done, long total, int mine) {
    if (turn.get() != mine) {
      throw new CancellationException();
    }
    ObservableValue<String> words =
        i18n.bound(
            "ui.file.reading",
            "file",
            name(file),
            "percent",
            FileKinds.percent(done, total).orElse(0));
    take(mine, () -> toast.say(words, false));
  }

  private void refuse(Path file, Problem problem, int mine) {
    take(
        mine,
        () ->
            toast.say(
                i18n.languageProperty().map(_ -> name(file) + ": " + i18n.sentence(problem)),
                true));
  }

  /// Asks for a place and writes the present experiment there.
  public void save(Window owner) {
    Experiment experiment = model.experiment();
    String name = experiment.name().isBlank() ? "experiment" : experiment.name();
    places
        .toWrite(owner, name.replaceAll("[^\\p{L}\\p{N}_-]+", "-") + ".json")
        .ifPresent(file -> save(experiment, file));
  }

  private void save(Experiment experiment, Path file) {
    write(
        file,
        SpecJson.write(experiment).getBytes(StandardCharsets.UTF_8),
        () -> opened.accept(file));
  }

  /// Asks for a place and writes a text there.
  ///
  /// @param suggested name of the file
  public void saveText(Window owner, String suggested, String text) {
    places
        .toWrite(owner, suggested)
        .ifPresent(file -> write(file, text.getBytes(StandardCharsets.UTF_8), () -> {}));
  }

  /// Writes a file and says so, or why not.
  ///
  /// @param written runs on the JavaFX thread when it is done
  private void write(Path file, byte[] content, Runnable written) {
    Thread.ofPlatform()
        .name("file writer")
        .start(
            () -> {
              try {
                WholeFile.write(file, content);
                FxThread.run(
                    () -> {
                      written.run();
                      toast.say(i18n.bound("ui.file.saved", "file", file.toString()), false);
                    });
              } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, file + " not written", e);
                FxThread.run(
                    () -> toast.say(i18n.bound("ui.file.notSaved", "file", file.toString()), true));
              }
            });
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(path.toString());
  }
}
