package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// The kernels of a convolution in JSON: [filters][channels][height][width].
final class Kernels {
  private Kernels() {}

  /// @return (filters × channels·kernel²)
  /// @throws InvalidInput if there are not as many finite numbers as there should be
  static Matrix read(Json value, String path, int filters, int channels, int kernel) {
    List<Json> ofFilter = items(value, path, "filters", filters);
    double[] values = new double[filters * channels * kernel * kernel];
    for (int f = 0; f < filters; f++) {
      String filterPath = Paths.index(path, f);
      List<Json> ofChannel = items(ofFilter.get(f), filterPath, "channels", channels);
      for (int c = 0; c < channels; c++) {
        String channelPath = Paths.index(filterPath, c);
        Matrix window = Tables.matrix(ofChannel.get(c), channelPath);
        count(channelPath, "rows", kernel, window.rows());
        count(Paths.index(channelPath, 0), "columns", kernel, window.columns());
        Validation.firstNonFinite(channelPath, window)
            .ifPresent(
                problem -> {
                  throw problem.refused();
                });
        int at = (f * channels + c) * kernel * kernel;
        System.arraycopy(window.toArray(), 0, values, at, kernel * kernel);
      }
    }
    return Matrix.owning(filters, channels * kernel * kernel, values);
  }

  private static List<Json> items(Json value, String path, String what, int wanted) {
    List<Json> items =
        switch (value) {
          case Json.Items(List<Json> given) -> given;
          case Json.Table table ->
              IntStream.range(0, table.rows()).<Json>mapToObj(table::row).toList();
          case Json.Numbers numbers when numbers.values().length == 0 -> List.of();
          case Json.Numbers numbers ->
              throw Problems.expectedArray(Paths.index(path, 0), numbers.get(0)).refused();
          case Json.Fields _, Json.Num _, Json.Text _, Json.Bool _, Json.Null _ ->
              throw Problems.expectedArray(path, value).refused();
        };
    count(path, what, wanted, items.size());
    return items;
  }

  private static void count(String path, String what, int wanted, int given) {
    if (given != wanted) {
      throw Problems.kernelCount(path, what, wanted, given).refused();
    }
  }

  static void write(JsonGenerator out, Weights.Conv2d conv) throws IOException {
    int kernel = conv.kernel();
    out.writeStartArray();
    for (int f = 0; f < conv.k().rows(); f++) {
      out.writeStartArray();
      for (int c = 0; c < conv.channels(); c++) {
        out.writeStartArray();
        for (int y = 0; y < kernel; y++) {
          out.writeStartArray();
          for (int x = 0; x < kernel; x++) {
            JsonNumbers.write(out, conv.k().get(f, (c * kernel + y) * kernel + x));
          }
          out.writeEndArray();
        }
        out.writeEndArray();
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }
}
