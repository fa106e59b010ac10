package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Reads the theme's tokens out of the style sheets, so that a Canvas paints in the very colours
/// that CSS gives to the controls around it. One of them stands, without size, anywhere below the
/// scene's root; the tokens (`-tn-ink`, `-tn-layer-1`, …) are set on `.root` and inherited.
///
/// It must stay visible: CSS skips what is not. Tokens: `-tn-ground`, `-tn-ink`, `-tn-muted`,
/// `-tn-hairline`, `-tn-grid`, `-tn-accent`, `-tn-alarm`, `-tn-positive`, `-tn-negative`,
/// `-tn-layer-1` … `-tn-layer-6`, `-tn-font-family`, `-tn-font-size`, `-tn-line-width`,
/// `-tn-projector` (`true` or `false`). JavaFX hands the family on in lower case; fonts are found
/// all the same.
public final class ThemeTokens extends Region {
  /// The light theme, and what holds where a style sheet leaves a token out.
  public static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#16181d"),
          Color.web("#5f6775"),
          Color.web("#dde1e8"),
          Color.web("#eef0f4"),
          Color.web("#2f55d9"),
          Color.web("#b3261e"),
          Color.web("#2c6bc4"),
          Color.web("#e07b28"),
          List.of(
              Color.web("#0b8078"),
              Color.web("#7747c9"),
              Color.web("#b02e86"),
              Color.web("#6b7600"),
              Color.web("#4b6478"),
              Color.web("#7d5a3c")),
          "Noto Sans SC",
          12,
          1.75,
          false);

  private static final StyleablePropertyFactory<ThemeTokens> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ground = color("ground", t -> t.ground, LIGHT.ground());
  private final StyleableProperty<Color> ink = color("ink", t -> t.ink, LIGHT.ink());
  private final StyleableProperty<Color> muted = color("muted", t -> t.muted, LIGHT.muted());
  private final StyleableProperty<Color> hairline =
      color("hairline", t -> t.hairline, LIGHT.hairline());
  private final StyleableProperty<Color> grid = color("grid", t -> t.grid, LIGHT.grid());
  private final StyleableProperty<Color> accent = color("accent", t -> t.accent, LIGHT.accent());
  private final StyleableProperty<Color> alarm = color("alarm", t -> t.alarm, LIGHT.alarm());
  private final StyleableProperty<Color> positive =
      color("positive", t -> t.positive, LIGHT.positive());
  private final StyleableProperty<Color> negative =
      color("negative", t -> t.negative, LIGHT.negative());
  private final List<StyleableProperty<Color>> layers = new ArrayList<>();
  private final StyleableProperty<String> family =
      FACTORY.createStyleableStringProperty(
          this, "family", "-tn-font-family", t -> t.family, LIGHT.fontFamily(), true);
  private final StyleableProperty<Number> fontSize =
      FACTORY.createStyleableNumberProperty(
          this, "fontSize", "-tn-font-size", t -> t.fontSize, LIGHT.fontSize(), true);
  private final StyleableProperty<Number> lineWidth =
      FACTORY.createStyleableNumberProperty(
          this, "lineWidth", "-tn-line-width", t -> t.lineWidth, LIGHT.lineWidth(), true);
  private final StyleableProperty<Boolean> projector =
      FACTORY.createStyleableBooleanProperty(
          this, "projector", "-tn-projector", t -> t.projector, LIGHT.projector(), true);
  private final ObjectBinding<Palette> palette;

  public ThemeTokens() {
    getStyleClass().add("theme-tokens");
    setManaged(false);
    setMouseTransparent(true);
    for (int i = 0; i < LIGHT.layers().size(); i++) {
      int at = i;
      layers.add(color("layer-" + (i + 1), t -> t.layers.get(at), LIGHT.layers().get(i)));
    }
    List<StyleableProperty<?>> all = new ArrayList<>(layers);
    all.addAll(List.of(ground, ink, muted, hairline, grid, accent, alarm, positive, negative));
    all.addAll(List.of(family, fontSize, lineWidth, projector));
    ObservableValue<?>[] observed =
        all.stream()
            .map(property -> (ObservableValue<?>) property)
            .toArray(ObservableValue<?>[]::new);
    palette = Bindings.createObjectBinding(this::read, observed);
  }

  /// The palette of the theme of the moment: the same object until a token changes.
  public Palette palette() {
    return palette.get();
  }

  /// Tells of another theme. Invalid as soon as one token has changed, computed when asked for.
  public ObjectBinding<Palette> paletteBinding() {
    return palette;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  private StyleableProperty<Color> color(
      String name, Function<ThemeTokens, StyleableProperty<Color>> property, Color initial) {
    return FACTORY.createStyleableColorProperty(this, name, "-tn-" + name, property, initial, true);
  }

  private Palette read() {
    return new Palette(
        ground.getValue(),
        ink.getValue(),
        muted.getValue(),
        hairline.getValue(),
        grid.getValue(),
        accent.getValue(),
        alarm.getValue(),
        positive.getValue(),
        negative.getValue(),
        layers.stream().map(StyleableProperty::getValue).toList(),
        family.getValue(),
        fontSize.getValue().doubleValue(),
        lineWidth.getValue().doubleValue(),
        projector.getValue());
  }
}
