package lab.tinynet.ui.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.tinynet.session.Branch;
import lab.tinynet.session.RunState;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.SessionText;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Reads from a run what it has come to: the figures of its last probe. Takes a while; for a thread
/// that may.
final class ResultOf {
  private static final int LONGEST_SESSION = 1 << 18;
  private static final int DIGEST_BYTES = 12;

  private ResultOf() {}

  static RunResult run(RunState state, List<Preset> presets, Instant when) {
    RunLog log = state.log();
    long steps = log.length();
    Branch branch = state.timeline().currentBranch();
    Experiment last = branch.experimentAt(steps);
    return new RunResult(
        course(branch, steps),
        presets.stream()
            .filter(preset -> preset.experiment().equals(branch.start()))
            .map(Preset::name)
            .findFirst(),
        branch.start().name(),
        units(log.layers()),
        activations(log.layers()),
        data(branch.start().data()),
        branch.start().seed(),
        last.optimizer().kind(),
        last.optimizer().rate(),
        steps,
        probed(log, Quantity.TRAIN_LOSS),
        probed(log, Quantity.TEST_LOSS),
        probed(log, Quantity.TRAIN_ACCURACY),
        probed(log, Quantity.TEST_ACCURACY),
        dead(log),
        log.layers().stream().filter(LayerInfo::rectifier).mapToInt(LayerInfo::units).sum(),
        diverged(log),
        when,
        SessionText.of(SavedSession.ofCurrentBranch(state, steps))
            .filter(text -> text.length() <= LONGEST_SESSION));
  }

  private static String course(Branch branch, long steps) {
    StringBuilder text = new StringBuilder(SpecJson.write(branch.start()));
    for (StampedEdit edit : branch.edits()) {
      if (edit.step() < steps) {
        text.append(edit.step()).append(SpecJson.write(edit.experiment())).append(edit.weights());
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  private static String units(List<LayerInfo> layers) {
    String outputs =
        layers.stream()
            .filter(layer -> layer.kind().equals("dense") || layer.kind().equals("conv2d"))
            .map(layer -> String.valueOf(layer.units()))
            .collect(Collectors.joining("-"));
    return layers.isEmpty() ? "" : layers.getFirst().inputs() + "-" + outputs;
  }

  private static List<String> activations(List<LayerInfo> layers) {
    List<String> hidden =
        layers.subList(0, Math.max(0, layers.size() - 1)).stream()
            .filter(layer -> List.of("dense", "conv2d", "activation").contains(layer.kind()))
            .map(LayerInfo::activation)
            .distinct()
            .toList();
    List<String> curved =
        hidden.stream().filter(name -> !name.equals(Activation.Kind.IDENTITY.json())).toList();
    return curved.isEmpty() ? hidden : curved;
  }

  private static String data(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated generated -> generated.shape().json();
      case DataSpec.Inline _ -> "inline";
      case DataSpec.Files _ -> "files";
    };
  }

  private static OptionalDouble probed(RunLog log, Quantity quantity) {
    Ledger probes = log.probes();
    if (probes.length() == 0) {
      return OptionalDouble.empty();
    }
    double value = probes.get(probes.length() - 1, log.column(quantity));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static int dead(RunLog log) {
    Ledger probes = log.probes();
    if (probes.length() == 0) {
      return 0;
    }
    return IntStream.range(0, log.layers().size())
        .filter(layer -> log.layers().get(layer).rectifier())
        .mapToDouble(
            layer -> probes.get(probes.length() - 1, log.column(Quantity.DEAD_UNITS, layer)))
        .filter(Double::isFinite)
        .mapToInt(count -> (int) count)
        .sum();
  }

  /// A divergence that somebody has gone on from is not how the run ended.
  private static OptionalLong diverged(RunLog log) {
    return log.events().since(0).stream()
        .flatMap(
            event ->
                event instanceof Event.Diverged(long _, var cause)
                    ? Optional.of(cause.step()).stream()
                    : java.util.stream.Stream.empty())
        .filter(step -> step >= log.length())
        .mapToLong(Long::longValue)
        .max();
  }
}
