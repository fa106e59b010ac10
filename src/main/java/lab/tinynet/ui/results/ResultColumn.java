package lab.tinynet.ui.results;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A column of the table: how it is sorted, shown and copied.
///
/// @param key last word of its heading's key
/// @param order sorts by it
/// @param words what is shown
/// @param copied what is copied: numbers in full
/// @param width in em
/// @param figure whether it stands on the right
record ResultColumn(
    String key,
    Comparator<RunResult> order,
    Function<RunResult, String> words,
    Function<RunResult, String> copied,
    double width,
    boolean figure) {

  /// All columns, in their order.
  static List<ResultColumn> all(ResultWords words) {
    return List.of(
        text("when", ResultWords::when, Comparator.comparing(RunResult::when), 9.6),
        text("name", words::name, Comparator.comparing(words::name), 11),
        text("network", words::network, Comparator.comparing(words::network), 10.5),
        text("data", words::data, Comparator.comparing(words::data), 8),
        figure(
            "seed",
            result -> String.valueOf(result.seed()),
            Comparator.comparingLong(RunResult::seed),
            result -> String.valueOf(result.seed()),
            4.5),
        text("optimizer", words::optimizer, Comparator.comparing(words::optimizer), 6.5),
        figure(
            "rate",
            result -> plain(result.rate()),
            Comparator.comparingDouble(RunResult::rate),
            result -> plain(result.rate()),
            5.2),
        figure(
            "steps",
            result -> ResultWords.grouped(result.steps()),
            Comparator.comparingLong(RunResult::steps),
            result -> String.valueOf(result.steps()),
            5.6),
        loss("trainLoss", RunResult::trainLoss),
        loss("testLoss", RunResult::testLoss),
        share("trainAccuracy", RunResult::trainAccuracy),
        share("testAccuracy", RunResult::testAccuracy),
        figure(
            "dead",
            ResultWords::dead,
            Comparator.comparingInt(RunResult::dead),
            ResultWords::dead,
            5),
        text("outcome", words::outcome, Comparator.comparing(words::outcome), 13));
  }

  private static ResultColumn text(
      String key, Function<RunResult, String> words, Comparator<RunResult> order, double width) {
    return new ResultColumn(key, order, words, words, width, false);
  }

  private static ResultColumn figure(
      String key,
      Function<RunResult, String> words,
      Comparator<RunResult> order,
      Function<RunResult, String> copied,
      double width) {
    return new ResultColumn(key, order, words, copied, width, true);
  }

  private static ResultColumn loss(String key, Function<RunResult, OptionalDouble> read) {
    return figure(
        key, read.andThen(ResultWords::loss), by(read), read.andThen(ResultColumn::full), 7);
  }

  private static ResultColumn share(String key, Function<RunResult, OptionalDouble> read) {
    return figure(
        key, read.andThen(ResultWords::percent), by(read), read.andThen(ResultColumn::full), 7);
  }

  /// What there is not comes last.
  private static Comparator<RunResult> by(Function<RunResult, OptionalDouble> read) {
    return Comparator.comparingDouble(
        result -> read.apply(result).orElse(Double.POSITIVE_INFINITY));
  }

  private static String full(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }

  private static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
