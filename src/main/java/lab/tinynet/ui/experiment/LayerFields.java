package lab.tinynet.ui.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkDraft;
import lab.tinynet.ui.model.NetworkEdits;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// The fields of one layer: what its kind has, and nothing else.
final class LayerFields {
  private static final double INIT_WIDTH = 122;
  private static final double CHOICE_WIDTH = 88;

  private final NetworkDraft draft;
  private final I18n i18n;
  private final LayerPath path;
  private final boolean output;

  LayerFields(NetworkDraft draft, I18n i18n, LayerPath path, boolean output) {
    this.draft = draft;
    this.i18n = i18n;
    this.path = path;
    this.output = output;
  }

  /// The one number that stands in the head: units, a rate; empty where there is none.
  Optional<NumberField> headNumber(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense _ ->
          Optional.of(
              whole(
                  "units",
                  spec -> spec instanceof LayerSpec.Dense dense ? dense.units() : 1,
                  (spec, value) ->
                      spec instanceof LayerSpec.Dense dense ? dense.withUnits(value) : spec));
      case LayerSpec.Dropout _ ->
          Optional.of(
              number(
                  "rate",
                  false,
                  spec -> spec instanceof LayerSpec.Dropout(double rate) ? rate : 0.0,
                  (_, value) -> new LayerSpec.Dropout(value)));
      case LayerSpec.Conv2d _,
          LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          Optional.empty();
    };
  }

  /// What is always in view.
  List<Node> main(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense _ -> List.of(pair(activation(), init()), activationParameter());
      case LayerSpec.Conv2d _ ->
          List.of(
              named("filters", conv("filters", LayerSpec.Conv2d::filters, 0)),
              pair(
                  named("kernel", conv("kernel", LayerSpec.Conv2d::kernel, 1)),
                  named("stride", conv("stride", LayerSpec.Conv2d::stride, 2))),
              pair(activation(), init()),
              activationParameter());
      case LayerSpec.MaxPool _, LayerSpec.AveragePool _ ->
          List.of(pair(named("size", pool("size", true)), named("stride", pool("stride", false))));
      case LayerSpec.Activated _ -> List.of(activation(), activationParameter());
      case LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          List.of();
    };
  }

  /// What comes into view when the row is opened.
  List<Node> details(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense _ -> List.of(initParameter(), bias());
      case LayerSpec.Conv2d _ -> List.of(named("padding", padding()), initParameter(), bias());
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          List.of();
    };
  }

  // --- fields ---

  private ChoiceField<Activation.Kind> activation() {
    ChoiceField<Activation.Kind> field =
        choice(
            "activation",
            Arrays.stream(Activation.Kind.values())
                .filter(kind -> output || kind != Activation.Kind.SOFTMAX)
                .toList(),
            kind -> "ui.activation." + kind.json(),
            layer -> layer.activation().kind(),
            (layer, kind) -> NetworkEdits.withActivation(layer, Activation.of(kind)));
    Tips.explain(
        field, i18n, output ? "ui.layer.activation.output.tip" : "ui.layer.activation.tip");
    return field;
  }

  private Node activationParameter() {
    NumberField field =
        number(
            "slope",
            false,
            layer -> layer.activation().parameter(),
            (layer, value) ->
                NetworkEdits.withActivation(
                    layer, new Activation(layer.activation().kind(), value)));
    return only(
        named("slope", field), layer -> !layer.activation().kind().parameterField().isEmpty());
  }

  private ChoiceField<Initializer.Kind> init() {
    ChoiceField<Initializer.Kind> field =
        choice(
            "init",
            List.of(Initializer.Kind.values()),
            kind -> "ui.init." + kind.json(),
            layer ->
                NetworkEdits.init(layer).map(Initializer::kind).orElse(Initializer.Kind.HE_NORMAL),
            (layer, kind) -> NetworkEdits.withInit(layer, Initializer.of(kind)));
    Tips.explain(field, i18n, "ui.layer.init.tip");
    return field;
  }

  private Node initParameter() {
    NumberField field =
        number(
            "init-parameter",
            false,
            layer -> NetworkEdits.init(layer).map(Initializer::parameter).orElse(0.0),
            (layer, value) ->
                NetworkEdits.init(layer)
                    .map(init -> NetworkEdits.withInit(layer, new Initializer(init.kind(), value)))
                    .orElse(layer));
    return only(
        named("initParameter", field),
        layer ->
            NetworkEdits.init(layer)
                .map(init -> !init.kind().parameterField().isEmpty())
                .orElse(false));
  }

  private Node bias() {
    CheckBox has = new CheckBox();
    has.setId(id("bias"));
    has.textProperty().bind(i18n.bound("ui.layer.bias"));
    Tips.explain(has, i18n, "ui.layer.bias.tip");
    draft
        .experimentProperty()
        .subscribe(
            experiment ->
                has.setSelected(spec(experiment).flatMap(NetworkEdits::biasStart).isPresent()));
    has.setOnAction(
        _ ->
            draft.edit(
                change(
                    layer ->
                        NetworkEdits.withBias(
                            layer, has.isSelected() ? Optional.of(0.0) : Optional.empty()))));
    NumberField start =
        number(
            "bias-start",
            false,
            layer -> NetworkEdits.biasStart(layer).orElse(0.0),
            (layer, value) -> NetworkEdits.withBias(layer, Optional.of(value)));
    Node named =
        only(named("biasStart", start), layer -> NetworkEdits.biasStart(layer).isPresent());
    return new VBox(has, named);
  }

  private ChoiceField<LayerSpec.Padding> padding() {
    return choice(
        "padding",
        List.of(LayerSpec.Padding.values()),
        padding -> "ui.padding." + padding.json(),
        layer -> layer instanceof LayerSpec.Conv2d conv ? conv.padding() : LayerSpec.Padding.SAME,
        (layer, padding) ->
            layer instanceof LayerSpec.Conv2d conv
                ? new LayerSpec.Conv2d(
                    conv.filters(),
                    conv.kernel(),
                    conv.stride(),
                    padding,
                    conv.activation(),
                    conv.init(),
                    conv.bias(),
                    conv.biasInit())
                : layer);
  }

  /// @param which number it is: 0 filters, 1 kernel, 2 stride
  private NumberField conv(String id, Function<LayerSpec.Conv2d, Integer> read, int which) {
    return whole(
        id,
        layer -> layer instanceof LayerSpec.Conv2d conv ? read.apply(conv) : 1,
        (layer, value) ->
            layer instanceof LayerSpec.Conv2d conv
                ? new LayerSpec.Conv2d(
                    which == 0 ? value : conv.filters(),
                    which == 1 ? value : conv.kernel(),
                    which == 2 ? value : conv.stride(),
                    conv.padding(),
                    conv.activation(),
                    conv.init(),
                    conv.bias(),
                    conv.biasInit())
                : layer);
  }

  private NumberField pool(String id, boolean size) {
    return whole(
        id,
        layer ->
            switch (layer) {
              case LayerSpec.MaxPool(int side, int stride) -> size ? side : stride;
              case LayerSpec.AveragePool(int side, int stride) -> size ? side : stride;
              default -> 1;
            },
        (layer, value) ->
            switch (layer) {
              case LayerSpec.MaxPool(int side, int stride) ->
                  new LayerSpec.MaxPool(size ? value : side, size ? stride : value);
              case LayerSpec.AveragePool(int side, int stride) ->
                  new LayerSpec.AveragePool(size ? value : side, size ? stride : value);
              default -> layer;
            });
  }

  // --- how they are made ---

  private String id(String name) {
    return name + "-" + path.number().replace('/', '-');
  }

  private Optional<LayerSpec> spec(Experiment experiment) {
    return NetworkEdits.at(experiment.network(), path);
  }

  private UnaryOperator<Experiment> change(UnaryOperator<LayerSpec> change) {
    return experiment -> NetworkEdits.change(experiment, path, change);
  }

  private NumberField whole(
      String name,
      Function<LayerSpec, Integer> read,
      BiFunction<LayerSpec, Integer, LayerSpec> write) {
    return number(
        name,
        true,
        layer -> read.apply(layer).doubleValue(),
        (layer, value) -> write.apply(layer, value.intValue()));
  }

  private NumberField number(
      String name,
      boolean whole,
      Function<LayerSpec, Double> read,
      BiFunction<LayerSpec, Double, LayerSpec> write) {
    return new NumberField(
        draft,
        i18n,
        id(name),
        whole,
        experiment -> spec(experiment).map(read).orElse(0.0),
        (experiment, value) ->
            NetworkEdits.change(experiment, path, layer -> write.apply(layer, value)));
  }

  private <T> ChoiceField<T> choice(
      String name,
      List<T> alternatives,
      Function<T, String> key,
      Function<LayerSpec, T> read,
      BiFunction<LayerSpec, T, LayerSpec> write) {
    ChoiceField<T> field =
        new ChoiceField<>(
            draft,
            i18n,
            id(name),
            alternatives,
            key,
            experiment -> spec(experiment).map(read).orElse(alternatives.getFirst()),
            (experiment, value) ->
                NetworkEdits.change(experiment, path, layer -> write.apply(layer, value)));
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setPrefWidth(name.equals("init") ? INIT_WIDTH : CHOICE_WIDTH);
    return field;
  }

  /// A field with its name before it.
  private HBox named(String key, Region field) {
    var name = Actions.label(i18n.bound("ui.layer." + key), "caption");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Tips.explain(name, i18n, "ui.layer." + key + ".tip");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(name, gap, field);
    row.getStyleClass().add("named-field");
    HBox.setHgrow(row, Priority.ALWAYS);
    return row;
  }

  private static HBox pair(Node left, Node right) {
    HBox both = new HBox(left, right);
    both.getStyleClass().add("field-pair");
    return both;
  }

  /// In view for some layers only.
  private Node only(Node node, Predicate<LayerSpec> shown) {
    node.visibleProperty()
        .bind(
            draft
                .experimentProperty()
                .map(experiment -> spec(experiment).filter(shown).isPresent()));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
