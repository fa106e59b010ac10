package lab.tinynet.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.tinynet.app.Tasks.BenchCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the time of a training step: a table on standard output, and JSON for programs.
@Command(name = "bench")
final class BenchCommand extends Subcommand {
  @Option(names = "--json", paramLabel = "F")
  private Path json;

  @Override
  int run(Console console, Tasks tasks) throws IOException {
    console.out().println(console.text("app.bench.head"));
    List<BenchCase> cases =
        tasks.bench(
            measured -> {
              console.out().println(row(measured));
              console.out().flush();
            });
    if (cases.stream().anyMatch(measured -> measured.dl4jMicros().isEmpty())) {
      console.err().println(console.text("app.bench.noRival"));
    }
    if (json != null) {
      Results.write(console, Optional.of(json), stream -> write(stream, cases));
    }
    return CommandLineInterface.DONE;
  }

  private static String row(BenchCase measured) {
    OptionalDouble rival = measured.dl4jMicros();
    String beside =
        rival.isEmpty()
            ? String.format(Locale.ROOT, "%12s %9s", "–", "–")
            : String.format(
                Locale.ROOT,
                "%12.1f %8.0f×",
                rival.getAsDouble(),
                rival.getAsDouble() / measured.telemetryMicros());
    return String.format(
        Locale.ROOT,
        "%-16s %10.2f %10.2f %7.1f %% %s %5.0f %%",
        measured.name(),
        measured.bareMicros(),
        measured.telemetryMicros(),
        100 * (measured.telemetryMicros() / measured.bareMicros() - 1),
        beside,
        100 * measured.spread());
  }

  static void write(OutputStream stream, List<BenchCase> cases) throws IOException {
    try (JsonGenerator out = new JsonFactory().createGenerator(stream)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      out.writeArrayFieldStart("cases");
      for (BenchCase measured : cases) {
        out.writeStartObject();
        out.writeStringField("name", measured.name());
        out.writeNumberField("bareMicros", measured.bareMicros());
        out.writeNumberField("telemetryMicros", measured.telemetryMicros());
        out.writeFieldName("dl4jMicros");
        if (measured.dl4jMicros().isPresent()) {
          out.writeNumber(measured.dl4jMicros().getAsDouble());
        } else {
          out.writeNull();
        }
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  @Override
  String helpKey() {
    return "app.help.bench";
  }
}
