package lab.tinynet.data;

/// Is told how far the reading of data files has come, on the thread that reads. What it throws
/// ends the reading and comes out of it.
@FunctionalInterface
public interface ReadProgress {
  ReadProgress SILENT = (_, _) -> {};

  /// @param done bytes or images read
  /// @param total of them
  void read(long done, long total);
}
