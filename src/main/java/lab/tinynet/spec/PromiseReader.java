package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Reads promises: `{"by": 200, "claims": [{"measure": "dead-share", "layer": 2, "least": 0.5}]}`.
final class PromiseReader {
  private static final Limits.Whole STEPS = new Limits.Whole(0, 1_000_000, "whole-range");
  private static final Limits.Whole LAYERS = new Limits.Whole(1, 64, "whole-range");
  private static final Limits.Real VALUES = Limits.Real.closed(-1e300, 1e300);

  private PromiseReader() {}

  static Promise read(Json value, String path) {
    FieldReader in = FieldReader.of(value, path).only(List.of("by", "claims"));
    List<Promise.Claim> claims = new ArrayList<>();
    if (in.required("claims") instanceof Json.Items(List<Json> items)) {
      for (int i = 0; i < items.size(); i++) {
        claims.add(claim(items.get(i), in.path("claims") + "[" + i + "]"));
      }
    } else {
      throw Problems.expectedArray(in.path("claims"), in.required("claims")).refused();
    }
    return new Promise(in.whole("by", STEPS), claims);
  }

  private static Promise.Claim claim(Json value, String path) {
    FieldReader in = FieldReader.of(value, path).only(List.of("measure", "layer", "least", "most"));
    Promise.Measure measure =
        Promise.Measure.named(in.text("measure"))
            .orElseThrow(
                () -> Problems.expectedText(in.path("measure"), in.required("measure")).refused());
    OptionalInt layer =
        measure.ofLayer() ? OptionalInt.of((int) in.whole("layer", LAYERS)) : OptionalInt.empty();
    return new Promise.Claim(
        measure,
        layer,
        in.real("least", VALUES, Double.NEGATIVE_INFINITY),
        in.real("most", VALUES, Double.POSITIVE_INFINITY));
  }
}
