package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecDifference;

/// One difference as a person counts them: the activation of all hidden layers is one, however many
/// layers there are; so is normalisation, though it moves layers.
///
/// @param field `optimizer.rate`; of layers what stands behind the layer, `activation`
/// @param layers the layers it is a field of, from 0; empty where it is none of a layer
/// @param all whether these are all hidden layers that have the field
/// @param values its value in each lane, as JSON; empty where there is no such field
record LaneDifference(String field, List<Integer> layers, boolean all, List<String> values) {
  /// Field of the difference between with and without normalisation; its values are those of
  /// [Aspect#BATCH_NORM].
  static final String BATCH_NORM = "batch-norm";

  private static final Pattern LAYER = Pattern.compile("network\\[(\\d+)]\\.(.+)");

  LaneDifference {
    layers = List.copyOf(layers);
    values = List.copyOf(values);
  }

  /// A field of layers, and what it is in each lane.
  private record Alike(String field, List<String> values) {}

  /// The differences of lanes.
  ///
  /// @param stated what the lanes say of themselves
  static List<LaneDifference> of(List<Experiment> lanes, List<SpecDifference> stated) {
    List<LaneDifference> found = new ArrayList<>();
    List<SpecDifference> rest = stated;
    List<Boolean> normed = lanes.stream().map(BatchNormed::is).toList();
    List<Experiment> plain = lanes;
    if (normed.contains(true) && normed.contains(false)) {
      plain = lanes.stream().map(BatchNormed::without).toList();
      rest = SpecDifference.between(plain);
      List<String> words = normed.stream().map(has -> has ? Aspect.WITH : Aspect.WITHOUT).toList();
      found.add(new LaneDifference(BATCH_NORM, List.of(), false, words));
    }
    Map<Alike, List<Integer>> ofLayers = new LinkedHashMap<>();
    for (SpecDifference each : rest) {
      Matcher layer = LAYER.matcher(each.path());
      if (layer.matches()) {
        ofLayers
            .computeIfAbsent(new Alike(layer.group(2), each.values()), _ -> new ArrayList<>())
            .add(Integer.parseInt(layer.group(1)));
      } else {
        found.add(new LaneDifference(each.path(), List.of(), false, each.values()));
      }
    }
    Experiment first = plain.getFirst();
    ofLayers.forEach(
        (alike, layers) ->
            found.add(
                new LaneDifference(
                    alike.field(), layers, allHidden(first, layers), alike.values())));
    return List.copyOf(found);
  }

  /// Whether there is no other hidden layer that has weights, and no output among them.
  private static boolean allHidden(Experiment experiment, List<Integer> layers) {
    int output = experiment.network().size() - 1;
    List<Integer> hidden =
        IntStream.range(0, output)
            .filter(i -> LayerEdits.init(experiment.network().get(i)).isPresent())
            .boxed()
            .toList();
    return hidden.size() > 1 && layers.containsAll(hidden) && !layers.contains(output);
  }
}
