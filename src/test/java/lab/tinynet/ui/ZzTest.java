package lab.tinynet.ui;

import java.util.List;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.action.*;
import org.junit.jupiter.api.Test;

@SuppressWarnings("all")
class ZzTest {
  @Test
  void x() {
    List<LabAction> all = new java.util.ArrayList<>();
    for (String k :
        List.of(
            "ui.action.train", "ui.action.undo", "ui.action.dark", "ui.action.light", "ui.reset"))
      all.add(LabAction.of(k, LabAction.Group.RUN, k, () -> {}));
    for (var p : Presets.all())
      all.add(
          LabAction.of(
              p.name(),
              LabAction.Group.PRESET,
              l -> l == lab.tinynet.ui.text.Language.ZH ? p.title().zh() : p.title().en(),
              () -> {}));
    long t0 = System.nanoTime();
    ActionSearch s = new ActionSearch(all);
    System.out.println("ZZ built " + (System.nanoTime() - t0) / 1e6);
    t0 = System.nanoTime();
    s = new ActionSearch(all);
    System.out.println("ZZ again " + (System.nanoTime() - t0) / 1e6);
    for (String q : List.of("x", "xl", "undo", "dark", "dark theme", "light", "moons")) {
      t0 = System.nanoTime();
      var f = s.find(q, List.of());
      System.out.println(
          "ZZ "
              + q
              + " "
              + f.stream().limit(4).map(LabAction::id).toList()
              + " "
              + f.size()
              + " "
              + (System.nanoTime() - t0) / 1e6);
    }
  }
}
