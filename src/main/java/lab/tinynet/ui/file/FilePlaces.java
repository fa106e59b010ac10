package lab.tinynet.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import lab.tinynet.ui.i18n.I18n;

/// Asks where files are. Empty when the person thought better of it.
public interface FilePlaces {
  /// A file to open: an experiment or a table of data.
  Optional<Path> toOpen(Window owner);

  /// A folder of images to open, one folder a class.
  Optional<Path> folderToOpen(Window owner);

  /// Where to write.
  ///
  /// @param suggested a name with its ending
  Optional<Path> toWrite(Window owner, String suggested);

  /// Asks by the system's dialogues.
  static FilePlaces dialogues(I18n i18n) {
    return new FilePlaces() {
      @Override
      public Optional<Path> toOpen(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(i18n.text("ui.file.open"));
        chooser
            .getExtensionFilters()
            .addAll(
                new FileChooser.ExtensionFilter(
                    i18n.text("ui.file.all"),
                    "*.json",
                    "*.csv",
                    "*.tsv",
                    "*.txt",
                    "*ubyte*",
                    "*.gz"),
                new FileChooser.ExtensionFilter(i18n.text("ui.file.experiments"), "*.json"),
                new FileChooser.ExtensionFilter(
                    i18n.text("ui.file.tables"), "*.csv", "*.tsv", "*.txt"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> folderToOpen(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(i18n.text("ui.file.folder"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> toWrite(Window owner, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(i18n.text("ui.file.save"));
        chooser.setInitialFileName(suggested);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      }
    };
  }
}
