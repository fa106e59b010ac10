package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import lab.tinynet.app.FakeTasks.Opened;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandLineInterfaceTest {
  @TempDir private Path folder;
  private final FakeTasks tasks = new FakeTasks();
  private String out = "";
  private String err = "";

  private int run(Tasks doer, Language language, String... arguments) {
    var result = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(result, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            Messages.of(language));
    int code = new CommandLineInterface(doer).run(List.of(arguments), console);
    out = result.toString(StandardCharsets.UTF_8);
    err = errors.toString(StandardCharsets.UTF_8);
    return code;
  }

  private int run(String... arguments) {
    return run(tasks, Language.EN, arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian --steps 3 | There is no command trian; --help lists them all. Did you mean train?",
        "train --preset spiral | --steps N is missing.",
        "train --preset spiral --steps | --steps N is missing.",
        "train --preset spiral --steps many"
            + " | --steps: many is not a whole number from 0 to 10,000,000.",
        "train --preset spiral --steps -1"
            + " | --steps: -1 is not a whole number from 0 to 10,000,000.",
        "train --preset spiral --steps 1e3"
            + " | --steps: 1e3 is not a whole number from 0 to 10,000,000.",
        "train --preset spiral --steps 1 --steps 2 | --steps is given twice.",
        "train --preset spiral --steps 1 --stpes 2 | There is no option --stpes. Did you mean"
            + " --steps?",
        "train --preset spiral --steps 1 --probe-every 0"
            + " | --probe-every: 0 is not a whole number from 1.",
        "train --steps 1 | An experiment is missing: give SPEC.json or --preset NAME.",
        "train a.json --preset spiral --steps 1 | Give SPEC.json or --preset, not both.",
        "train a.json b.json --steps 1 | One argument too many: b.json.",
        "render --preset spiral --step 1 | --out F.png is missing.",
        "render --preset spiral --step 1 --out f.png --size 20x20"
            + " | --size: 20x20 is not a size such as 1920x1080, each side from 100 to 8192.",
        "render --preset spiral --step 1 --out f.png --size big"
            + " | --size: big is not a size such as 1920x1080, each side from 100 to 8192.",
        "render --preset spiral --step 1 --out f.png --theme pink"
            + " | --theme: pink is not light, dark or projector.",
        "presets --lang fr | --lang: fr is not zh or en.",
        "grade --lang en | The command grade is announced but not built yet.",
        "capture spec.json --step 3 --student x | The command capture is announced but not built"
            + " yet.",
        "verify | The command verify is announced but not built yet.",
        "package | The command package is announced but not built yet."
      })
  void badUsageIsOnePlainSentenceAndExitCodeTwo(String arguments, String sentence) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.strip()).isEqualTo(sentence);
    assertThat(out).isEmpty();
  }

  @Test
  void errorsAreInTheLanguageOfThePerson() {
    assertThat(run(tasks, Language.ZH, "train", "--preset", "spiral")).isEqualTo(2);
    assertThat(err.strip()).isEqualTo("缺少 --steps N。");
  }

  @Test
  void whatIsWrongWithAFileNamesFileAndField() throws IOException {
    Path spec = folder.resolve("my spec.json");
    Files.writeString(spec, "{\"format\": 1, \"sede\": 3}");
    assertThat(run("train", spec.toString(), "--steps", "1")).isEqualTo(2);
    assertThat(err.lines()).hasSize(1);
    assertThat(err).startsWith(spec + ": sede: ").contains("seed");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path spec = folder.resolve("nothing.json");
    assertThat(run("train", spec.toString(), "--steps", "1")).isEqualTo(2);
    assertThat(err).startsWith(spec.toString()).doesNotContain("Exception");
  }

  @Test
  void anUnexpectedFailureIsOneSentenceAndItsDetailsAreInAFile() throws IOException {
    Tasks broken =
        new FakeTasks() {
          @Override
          public FinishedRun train(Training training, LongConsumer stepsDone) {
            throw new IllegalStateException("the flux\nand more");
          }
        };
    assertThat(run(broken, Language.EN, "train", "--preset", "spiral", "--steps", "1"))
        .isEqualTo(2);
    assertThat(err.lines()).hasSize(1);
    assertThat(err).contains("IllegalStateException: the flux)").doesNotContain("\tat ");
    Path details = Path.of(err.strip().replaceFirst(".* are in (.*)\\.$", "$1"));
    assertThat(Files.readString(details)).contains("the flux", "\tat lab.tinynet");
    Files.delete(details);
  }

  @Test
  void trainingGetsWhatWasAskedForAndItsRunGoesToStandardOutput() throws IOException {
    assertThat(run("train", "--preset", "spiral", "--steps", "7", "--probe-every", "3")).isZero();
    Tasks.Training training = (Tasks.Training) tasks.asked.getFirst();
    assertThat(training.experiment()).isEqualTo(Presets.named("spiral").experiment());
    assertThat(training.steps()).isEqualTo(7);
    assertThat(training.probes().every()).isEqualTo(3);
    assertThat(training.start()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.get("outcome").asText()).isEqualTo("finished");
  }

  @Test
  void aRunThatCannotBeWrittenIsOneSentence() {
    Path file = folder.resolve("no/such/folder/run.json");
    assertThat(run("train", "--preset", "spiral", "--steps", "1", "--out", file.toString()))
        .isEqualTo(2);
    assertThat(err.strip()).isEqualTo("Cannot write " + file + ": the folder does not exist.");
  }

  @Test
  void renderingGetsWhatWasAskedForAndThePictureIsWritten() throws IOException {
    Path file = folder.resolve("图.png");
    assertThat(
            run(
                "render",
                "--preset",
                "spiral",
                "--step",
                "20",
                "--size",
                "1366x768",
                "--lang",
                "zh",
                "--theme",
                "dark",
                "--view",
                "chart:loss",
                "--out",
                file.toString()))
        .isZero();
    assertThat(tasks.asked)
        .containsExactly(
            new Tasks.Rendering(
                Presets.named("spiral").experiment(),
                20,
                1366,
                768,
                Language.ZH,
                Theme.DARK,
                "chart:loss"));
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
  }

  @Test
  void withoutACommandTheWindowOpens() {
    assertThat(run("--preset", "xor", "--lang", "zh", "--theme", "projector")).isZero();
    Opened opened = (Opened) tasks.asked.getFirst();
    assertThat(opened.start()).contains(Presets.named("xor").experiment());
    assertThat(opened.language()).contains(Language.ZH);
    assertThat(opened.theme()).contains(Theme.PROJECTOR);
  }

  @Test
  void presetsAreListedByNameInTheLanguageOfThePerson() {
    assertThat(run("presets")).isZero();
    assertThat(out).contains("dying-relu", "Dying ReLU");
    assertThat(run(tasks, Language.ZH, "presets")).isZero();
    assertThat(out).contains("dying-relu", "死亡 ReLU");
    Presets.all().forEach(preset -> assertThat(out).contains(preset.name()));
  }

  @Test
  void anUnknownPresetIsRefused() {
    assertThat(run("train", "--preset", "sprial", "--steps", "1")).isEqualTo(2);
    assertThat(err).contains("spiral");
    assertThat(err.lines()).hasSize(1);
  }

  @Test
  void benchWritesItsCasesAsJson() throws IOException {
    Path file = folder.resolve("bench.json");
    assertThat(run("bench", "--json", file.toString())).isZero();
    JsonNode cases = new ObjectMapper().readTree(Files.readAllBytes(file)).get("cases");
    assertThat(cases.get(0).get("name").asText()).isEqualTo("2-4-2-1 b10");
    assertThat(cases.get(0).get("telemetryMicros").asDouble()).isEqualTo(2.5);
    assertThat(cases.get(0).get("dl4jMicros").asDouble()).isEqualTo(1000);
    assertThat(cases.get(1).get("dl4jMicros").isNull()).isTrue();
    assertThat(out).contains("400×");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpIsAResult(String option) {
    assertThat(run(option)).isZero();
    assertThat(out).contains("train", "presets", "render", "bench", "--preset", "Exit codes");
    assertThat(run("train", option)).isZero();
    assertThat(out).contains("--steps N");
    assertThat(err).isEmpty();
  }

  @Test
  void helpNamesEveryOptionInBothLanguages() {
    for (Language language : Language.values()) {
      Console console = Console.silent(language);
      CommandLine root = new CommandLineInterface(tasks).commands(console);
      assertExplained(root, console);
      root.getSubcommands().values().stream()
          .filter(command -> !UnbuiltCommand.NAMES.contains(command.getCommandName()))
          .filter(command -> !command.getCommandSpec().usageMessage().hidden())
          .forEach(command -> assertExplained(command, console));
    }
  }

  private static void assertExplained(CommandLine command, Console console) {
    String help = ((Subcommand) command.getCommandSpec().userObject()).help(console);
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.longestName().equals("--help")) {
        assertThat(help).contains(option.longestName());
      }
    }
  }

  @Test
  void theVersionIsTold() {
    assertThat(run("--version")).isZero();
    assertThat(out).startsWith("Tinynet Lab ");
  }

  @Test
  void theRehearsalIsSilentAndTrains() {
    assertThat(run("rehearse")).isZero();
    assertThat(out + err).isEmpty();
    assertThat(tasks.asked).hasSize(1).first().isInstanceOf(Tasks.Training.class);
  }
}
