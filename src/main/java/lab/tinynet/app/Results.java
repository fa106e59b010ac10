package lab.tinynet.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a command's result goes: the file of `--out`, else standard output.
final class Results {
  private Results() {}

  /// @throws Refusal if the file cannot be written
  static void write(Console console, Optional<Path> file, OutputFile.Content content)
      throws IOException {
    if (file.isEmpty()) {
      content.writeTo(console.out());
      console.out().flush();
      return;
    }
    try {
      OutputFile.write(file.get(), content);
    } catch (IOException e) {
      throw new Refusal(
          console.text("app.error.cannotWrite", "file", file.get(), "why", why(console, e)), e);
    }
  }

  private static String why(Console console, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> console.text("app.error.noFolder");
      case AccessDeniedException _ -> console.text("app.error.noPermission");
      default -> String.valueOf(e.getMessage());
    };
  }
}
