package lab.tinynet.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// Where a command reads and speaks.
///
/// @param out for results only
/// @param err for progress and errors
/// @param terminal whether `err` is a terminal, on which a line can be redrawn
/// @param messages the words of the person's language
record Console(
    InputStream in, PrintStream out, PrintStream err, boolean terminal, Messages messages) {

  /// A console that nobody sees, for rehearsing a command.
  static Console silent(Language language) {
    return new Console(
        InputStream.nullInputStream(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false,
        Messages.of(language));
  }

  String text(String key, Object... namesAndValues) {
    return messages.text(key, namesAndValues);
  }
}
