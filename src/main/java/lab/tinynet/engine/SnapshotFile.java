package lab.tinynet.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lab.tinynet.session.CheckedFile;
import lab.tinynet.session.SessionProblems;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.telemetry.Divergence;

/// A [Snapshot] in a file: every number with all its bits, for one experiment only.
final class SnapshotFile {
  /// Six numbers for each of the most parameters a network may have, and room to spare.
  private static final CheckedFile.Kind KIND = new CheckedFile.Kind("snapshot", 1, 256L << 20);

  private SnapshotFile() {}

  /// @param experiment as it stands at the snapshot, with the changes made until then
  /// @throws IOException if the folder cannot be written
  static void save(Path file, Experiment experiment, Snapshot snapshot) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(digest(experiment));
      write(out, snapshot);
    }
    CheckedFile.write(file, KIND, bytes.toByteArray());
  }

  /// @param experiment as it stood at the snapshot
  /// @throws lab.tinynet.spec.InvalidInput if the file is not whole, or of another experiment
  static Snapshot load(Path file, Experiment experiment) {
    byte[] content = CheckedFile.read(file, KIND);
    try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (!in.readUTF().equals(digest(experiment))) {
        throw SessionProblems.snapshotOfAnotherRun().refused();
      }
      Snapshot snapshot = read(in);
      if (in.available() > 0) {
        throw SessionProblems.fileDamaged().refused();
      }
      return snapshot;
    } catch (IOException e) {
      throw SessionProblems.fileDamaged().refused();
    }
  }

  /// What a run is called makes no difference to its numbers.
  private static String digest(Experiment experiment) {
    String text = SpecJson.write(experiment.withName(""));
    return CheckedFile.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, Snapshot snapshot) throws IOException {
    out.writeLong(snapshot.step());
    out.writeInt(snapshot.changes());
    out.writeLong(snapshot.probes());
    write(out, snapshot.now());
    out.writeBoolean(snapshot.before().isPresent());
    if (snapshot.before().isPresent()) {
      write(out, snapshot.before().get());
    }
    write(out, snapshot.loss());
    write(out, snapshot.largestParameterNorm());
    out.writeBoolean(snapshot.divergence().isPresent());
    if (snapshot.divergence().isPresent()) {
      Divergence divergence = snapshot.divergence().get();
      out.writeLong(divergence.step());
      out.writeUTF(divergence.layer());
      out.writeUTF(divergence.quantity().name());
    }
    out.writeInt(snapshot.dead().length);
    for (boolean[] layer : snapshot.dead()) {
      out.writeInt(layer.length);
      for (boolean dead : layer) {
        out.writeBoolean(dead);
      }
    }
  }

  private static Snapshot read(DataInputStream in) throws IOException {
    long step = in.readLong();
    int changes = in.readInt();
    long probes = in.readLong();
    Snapshot.State now = readState(in);
    Optional<Snapshot.State> before =
        in.readBoolean() ? Optional.of(readState(in)) : Optional.empty();
    double loss = Double.longBitsToDouble(in.readLong());
    double largest = Double.longBitsToDouble(in.readLong());
    Optional<Divergence> divergence =
        in.readBoolean()
            ? Optional.of(
                new Divergence(
                    in.readLong(), in.readUTF(), Divergence.Quantity.valueOf(in.readUTF())))
            : Optional.empty();
    boolean[][] dead = new boolean[count(in, 1)][];
    for (int l = 0; l < dead.length; l++) {
      dead[l] = new boolean[count(in, 1)];
      for (int unit = 0; unit < dead[l].length; unit++) {
        dead[l][unit] = in.readBoolean();
      }
    }
    return new Snapshot(step, changes, probes, now, before, loss, largest, divergence, dead);
  }

  private static void write(DataOutputStream out, Snapshot.State state) throws IOException {
    write(out, state.parameters());
    write(out, state.statistics());
    out.writeUTF(state.memory().kind());
    out.writeLong(state.memory().steps());
    write(out, state.memory().first());
    write(out, state.memory().second());
  }

  private static Snapshot.State readState(DataInputStream in) throws IOException {
    double[] parameters = readNumbers(in);
    double[] statistics = readNumbers(in);
    String kind = in.readUTF();
    long steps = in.readLong();
    return new Snapshot.State(
        parameters, statistics, new Snapshot.Memory(kind, steps, readNumbers(in), readNumbers(in)));
  }

  private static void write(DataOutputStream out, double value) throws IOException {
    out.writeLong(Double.doubleToLongBits(value));
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
    bytes.asDoubleBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private static double[] readNumbers(DataInputStream in) throws IOException {
    double[] values = new double[count(in, Double.BYTES)];
    ByteBuffer.wrap(in.readNBytes(values.length * Double.BYTES)).asDoubleBuffer().get(values);
    return values;
  }

  /// A count of things that are still to come, so many bytes each.
  private static int count(DataInputStream in, int bytes) throws IOException {
    int count = in.readInt();
    if (count < 0 || (long) count * bytes > in.available()) {
      throw new EOFException("it ends too early");
    }
    return count;
  }
}
