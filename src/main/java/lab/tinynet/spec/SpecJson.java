package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;

/// The JSON form of an experiment, format 1.
public final class SpecJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SpecJson() {}

  /// Reads an experiment. Data files that it names are not read: that is for `data` to do, where
  /// what depends on their contents is checked too.
  ///
  /// @throws InvalidInput if the text is not JSON, or not an experiment that can be trained; with
  ///     the path of the field
  public static Experiment read(String text) {
    return read(text, Path.of(""));
  }

  /// Reads an experiment.
  ///
  /// @param folder what the names of data files are relative to
  /// @throws InvalidInput as above
  public static Experiment read(String text, Path folder) {
    return ExperimentReader.read(JsonText.parse(text), "", folder);
  }

  /// Reads an experiment from a UTF-8 file of at most 64 MiB, beside which its data files stand.
  ///
  /// @throws InvalidInput if the file cannot be read, is not JSON, or not an experiment that can be
  ///     trained; with the path of the field
  public static Experiment read(Path file) {
    Json root = JsonText.parse(file);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    return ExperimentReader.read(root, "", folder);
  }

  /// The experiment with every field spelt out; reads back as an equal one.
  public static String write(Experiment experiment) {
    var text = new StringWriter();
    try (JsonGenerator out = generator(text)) {
      write(experiment, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return text.append('\n').toString();
  }

  /// Reads what [#writeChanges] wrote.
  ///
  /// @throws InvalidInput if the text is not JSON, or changes what cannot change or not so
  public static Experiment readChanges(Experiment before, String text) {
    return ExperimentReader.readChanges(before, JsonText.parse(text), "");
  }

  /// What two experiments differ in, of the fields that may change while it runs, as a JSON object
  /// with their values in the second: `{"optimizer": {"kind": "sgd", "rate": 0.1}}`.
  ///
  /// @throws IOException if the generator's target fails
  public static void writeChanges(Experiment before, Experiment after, JsonGenerator out)
      throws IOException {
    new ExperimentWriter(out).writeChanges(before, after);
  }

  /// Writes the experiment as one JSON value into a larger text.
  ///
  /// @throws IOException if the generator's target fails
  public static void write(Experiment experiment, JsonGenerator out) throws IOException {
    new ExperimentWriter(out).write(experiment);
  }

  /// A generator that lays JSON out as all files of the lab are: root fields and the elements of
  /// outer arrays on lines of their own.
  ///
  /// @throws IOException if the target fails
  public static JsonGenerator generator(Writer target) throws IOException {
    return FACTORY.createGenerator(target).setPrettyPrinter(new JsonLayout());
  }
}
