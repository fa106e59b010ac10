package lab.tinynet.chart.stage;

import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;

/// The stage in words, for those who cannot see it: the step, the layers, and who is dead.
public final class StageCaption {
  private StageCaption() {}

  public static String of(Frame frame, Texts texts) {
    LayerNames names = LayerNames.of(texts, frame);
    StringBuilder words = new StringBuilder();
    int inputs = frame.layers().getFirst().info().inputs();
    words.append(texts.text("stage.caption", "step", Figure.count(frame.step()), "inputs", inputs));
    for (int i = 0; i < frame.layers().size(); i++) {
      Frame.LayerFrame layer = frame.layers().get(i);
      int dead = LayerNames.dead(layer.dead());
      int units = layer.info().units();
      String state =
          dead > 0
              ? texts.text("stage.state.dead", "dead", dead, "units", units)
              : layer.info().rectifier() ? texts.text("stage.state.alive", "units", units) : "";
      words.append(
          texts.text(
              state.isEmpty() ? "stage.caption.layer" : "stage.caption.layer.state",
              "layer",
              names.full(layer.info()),
              "units",
              units,
              "state",
              state));
    }
    words.append(texts.text("stage.caption.end"));
    return words.toString();
  }
}
