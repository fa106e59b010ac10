package lab.tinynet.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the fields of one JSON object, each by name and type, and refuses what is not as expected
/// with the path of the field.
final class FieldReader {
  private final Json.Fields object;
  private final String path;

  private FieldReader(Json.Fields object, String path) {
    this.object = object;
    this.path = path;
  }

  static FieldReader of(Json value, String path) {
    if (value instanceof Json.Fields fields) {
      return new FieldReader(fields, path);
    }
    throw Problems.expectedObject(path, value).refused();
  }

  String path(String name) {
    return Paths.field(path, name);
  }

  /// Refuses every field that is not in the list.
  ///
  /// @param planned fields of format 1 that are not built yet
  FieldReader only(Set<String> planned, List<String> known) {
    for (String name : object.fields().keySet()) {
      if (known.contains(name)) {
        continue;
      }
      if (planned.contains(name)) {
        throw Problems.notBuilt(path(name), name).refused();
      }
      throw Problems.unknownField(path(name), name, known).refused();
    }
    return this;
  }

  FieldReader only(List<String> known) {
    return only(Set.of(), known);
  }

  Optional<Json> optional(String name) {
    return Optional.ofNullable(object.fields().get(name));
  }

  Json required(String name) {
    return optional(name).orElseThrow(() -> Problems.missingField(path(name)).refused());
  }

  String text(String name) {
    return textOf(required(name), path(name));
  }

  String text(String name, String otherwise) {
    return optional(name).map(value -> textOf(value, path(name))).orElse(otherwise);
  }

  boolean bool(String name, boolean otherwise) {
    return optional(name)
        .map(
            value -> {
              if (value instanceof Json.Bool(boolean bool)) {
                return bool;
              }
              throw Problems.expectedBoolean(path(name), value).refused();
            })
        .orElse(otherwise);
  }

  long whole(String name, Limits.Whole range) {
    return range.read(path(name), num(required(name), path(name)));
  }

  long whole(String name, Limits.Whole range, long otherwise) {
    return optional(name).isPresent() ? whole(name, range) : otherwise;
  }

  double real(String name, Limits.Real range) {
    Json.Num num = num(required(name), path(name));
    if (!Double.isFinite(num.value())) {
      throw Problems.notFinite(path(name), num.excerpt()).refused();
    }
    range
        .check(path(name), num.value())
        .ifPresent(
            problem -> {
              throw problem.refused();
            });
    return num.value();
  }

  double real(String name, Limits.Real range, double otherwise) {
    return optional(name).isPresent() ? real(name, range) : otherwise;
  }

  static String textOf(Json value, String path) {
    if (value instanceof Json.Text(String text)) {
      return text;
    }
    throw Problems.expectedText(path, value).refused();
  }

  static Json.Num num(Json value, String path) {
    if (value instanceof Json.Num num) {
      return num;
    }
    if (value instanceof Json.Text(String text) && NON_FINITE.contains(text)) {
      throw Problems.notFinite(path, text).refused();
    }
    throw Problems.expectedNumber(path, value).refused();
  }

  private static final Set<String> NON_FINITE = Set.of("NaN", "Infinity", "-Infinity");
}
