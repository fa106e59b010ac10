package lab.tinynet.ui.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Where a picture goes.
@FunctionalInterface
public interface CaptureTarget {

  /// Asks for the file.
  ///
  /// @param suggested a name for it
  /// @return empty when the person thought better of it
  Optional<Path> choose(Window owner, String suggested);

  /// Asks by the system's dialogue, beginning in the user's folder of pictures.
  static CaptureTarget dialogue(ObservableValue<String> title) {
    return (owner, suggested) -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title.getValue());
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
      chooser.setInitialFileName(suggested);
      Path home = Path.of(System.getProperty("user.home", "."));
      Path pictures = home.resolve("Pictures");
      chooser.setInitialDirectory((Files.isDirectory(pictures) ? pictures : home).toFile());
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
    };
  }
}
