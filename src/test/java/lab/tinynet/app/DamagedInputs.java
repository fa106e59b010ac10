package lab.tinynet.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lab.tinynet.spec.DamagedText;
import lab.tinynet.spec.LayerSpecs;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// Trains damaged specifications and data files as the command line does, and prints what came of
/// it: `runs=… refused=… slowest=… peak=…`, or what went wrong and for which input.
final class DamagedInputs {
  private static final int SENTENCES = 2;
  private static final double NANOS = 1e9;
  private static final String CSV =
      """
      length,width,kind
      1.5,2.25,a
      0.5,1e-3,b
      -3,4,a
      2.5,0.125,b
      7,1,a
      """;
  private static final String CSV_SPEC =
      """
      {"format": 1, "data": {"kind": "csv", "file": "t.csv", "label": "kind", "test": 0.2},
       "network": [{"layer": "dense", "units": 2, "activation": "softmax"}],
       "loss": "cross-entropy", "optimizer": {"kind": "sgd", "rate": 0.1}, "batch": 2}
      """;

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(20_261_124);
  private final List<String> specs = new ArrayList<>();
  private int runs;
  private int refused;
  private double slowest;

  private DamagedInputs(Path folder) {
    this.folder = folder;
    specs.add(LayerSpecs.EVERY);
    Presets.all().forEach(preset -> specs.add(SpecJson.write(preset.experiment())));
  }

  public static void main(String[] arguments) throws IOException {
    var inputs = new DamagedInputs(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    for (int round = 0; round < rounds; round++) {
      inputs.tryOne(round);
    }
    System.out.printf(
        "runs=%d refused=%d slowest=%.2f peak=%d%n",
        inputs.runs, inputs.refused, inputs.slowest, peakMebibytes());
    System.exit(0);
  }

  private void tryOne(int round) throws IOException {
    boolean table = round % 5 == 0;
    String spec = table ? CSV_SPEC : specs.get(round % specs.size());
    String csv = CSV;
    for (int faults = 1 + random.nextInt(2); faults > 0; faults--) {
      if (table && random.nextInt(3) > 0) {
        csv = DamagedText.of(csv, random);
      } else {
        spec = DamagedText.of(spec, random);
      }
    }
    Path file = Files.writeString(folder.resolve("spec.json"), spec);
    Files.writeString(folder.resolve("t.csv"), csv);
    long start = System.nanoTime();
    var errors = new ByteArrayOutputStream();
    int code = train(file, errors);
    slowest = Math.max(slowest, (System.nanoTime() - start) / NANOS);
    String said = errors.toString(StandardCharsets.UTF_8);
    boolean plain =
        !said.contains("Exception") && !said.contains("\tat ") && !said.contains(".java");
    boolean sentences = said.lines().count() <= SENTENCES && !said.isBlank();
    if (code == CommandLineInterface.DONE && plain) {
      runs++;
    } else if (code == CommandLineInterface.BAD_INPUT && plain && sentences) {
      refused++;
    } else {
      System.out.printf("WRONG exit=%d said=%s%nspec=%s%ncsv=%s%n", code, said, spec, csv);
      System.exit(1);
    }
  }

  private int train(Path file, ByteArrayOutputStream errors) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            Messages.of(random.nextBoolean() ? Language.EN : Language.ZH));
    String out = folder.resolve("run.json").toString();
    return new CommandLineInterface(new Wiring())
        .run(List.of("train", file.toString(), "--steps", "3", "--out", out), console);
  }

  /// The most memory that the process ever held, as the system counts it.
  private static long peakMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst()
        .orElse(0);
  }
}
