package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ThemeTokensTest {
  private static final String SHEET =
      """
      .root {
        -tn-ink: #010203; -tn-layer-2: derive-me; derive-me: #102030; -tn-font-size: 13px;
        -tn-font-family: "Serif"; -tn-projector: false;
      }
      .root:projection { -tn-line-width: 4px; -tn-projector: true; -tn-ink: #ffffff; }
      """;

  @Test
  void readsTheTokensOfTheRootAndFollowsItsPseudoClass() throws Exception {
    Fx.run(
        () -> {
          ThemeTokens tokens = new ThemeTokens();
          StackPane root = new StackPane(new Group(tokens));
          Scene scene = new Scene(root);
          scene
              .getStylesheets()
              .add(
                  "data:text/css,"
                      + URLEncoder.encode(SHEET, StandardCharsets.UTF_8).replace("+", "%20"));
          root.applyCss();

          Palette normal = tokens.palette();
          assertThat(normal.ink()).isEqualTo(Color.web("#010203"));
          assertThat(normal.layer(1)).isEqualTo(Color.web("#102030"));
          assertThat(normal.fontSize()).isEqualTo(13);
          assertThat(normal.fontFamily()).isEqualToIgnoringCase("Serif");
          assertThat(normal.projector()).isFalse();
          assertThat(normal.alarm()).isEqualTo(ThemeTokens.LIGHT.alarm());
          assertThat(tokens.palette()).isSameAs(normal);

          root.pseudoClassStateChanged(PseudoClass.getPseudoClass("projection"), true);
          root.applyCss();

          Palette projected = tokens.palette();
          assertThat(projected.ink()).isEqualTo(Color.WHITE);
          assertThat(projected.lineWidth()).isEqualTo(4);
          assertThat(projected.projector()).isTrue();
        });
  }
}
