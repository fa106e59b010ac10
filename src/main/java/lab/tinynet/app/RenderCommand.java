package lab.tinynet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws what the window would show at a step, off screen.
@Command(name = "render")
final class RenderCommand extends Subcommand {
  private static final int LEAST_SIDE = 100;
  private static final int LARGEST_SIDE = 8192;

  @Parameters(arity = "0..1", paramLabel = "SPEC.json")
  private Path spec;

  @Option(names = "--preset", paramLabel = "NAME")
  private String preset;

  @Option(names = "--step", paramLabel = "N", required = true)
  private long step;

  @Option(names = "--size", paramLabel = "1920x1080")
  private Size size = new Size(1920, 1080);

  @Option(names = "--theme", paramLabel = "light|dark|projector")
  private Theme theme = Theme.LIGHT;

  @Option(names = "--view", paramLabel = "lab|stage|chart:NAME")
  private String view = "lab";

  @Option(names = "--out", paramLabel = "F.png", required = true)
  private Path out;

  /// The size of a picture in pixels.
  record Size(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    static Size parse(String text) {
      Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(text);
      }
      return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
  }

  @Override
  int run(Console console, Tasks tasks) throws IOException {
    requireRange(console, "--step", step, 0, TrainCommand.MOST_STEPS);
    if (Math.min(size.width(), size.height()) < LEAST_SIDE
        || Math.max(size.width(), size.height()) > LARGEST_SIDE) {
      throw new Refusal(
          Complaint.badValue(console.messages(), "--size", size.width() + "x" + size.height()));
    }
    Experiment experiment = ExperimentSource.required(console, preset, spec, "SPEC.json");
    Language words = language().orElse(console.messages().language());
    byte[] picture =
        tasks.render(
            new Tasks.Rendering(experiment, step, size.width(), size.height(), words, theme, view));
    Results.write(console, Optional.of(out), stream -> stream.write(picture));
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help.render";
  }
}
