package lab.tinynet.spec;

import java.util.List;
import java.util.Set;

/// A choice written as `"relu"` or as `{"kind": "leaky-relu", "slope": 0.01}`.
record Parameterised(String kind, Json value, String path) {
  static Parameterised of(Json value, String path, List<String> known, Set<String> planned) {
    return switch (value) {
      case Json.Text _ ->
          new Parameterised(ExperimentReader.word(value, path, known, planned), value, path);
      case Json.Fields _ ->
          new Parameterised(
              ExperimentReader.word(FieldReader.of(value, path), "kind", known, planned),
              value,
              path);
      case Json.Items _, Json.Numbers _, Json.Table _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw Problems.expectedTextOrObject(path, value).refused();
    };
  }

  double parameter(String name, Limits.Real range, double otherwise) {
    if (value instanceof Json.Fields) {
      return FieldReader.of(value, path).only(List.of("kind", name)).real(name, range, otherwise);
    }
    return otherwise;
  }

  double noParameter() {
    if (value instanceof Json.Fields) {
      FieldReader.of(value, path).only(List.of("kind"));
    }
    return 0;
  }
}
