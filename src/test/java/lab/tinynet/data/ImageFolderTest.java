package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.ImageShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
  @TempDir Path path;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(path);
  }

  @Test
  void classesAndImagesAreInTheOrderOfTheirNames() {
    folder.write("signs/b/2.png", DataFolder.plain(3, 3, 0x808080));
    folder.write("signs/b/1.JPG".replace("JPG", "jpg"), DataFolder.plain(8, 8, 0xffffff));
    folder.write("signs/a/x.png", DataFolder.plain(5, 9, 0));
    folder.write("signs/a/notes.txt", "no image");
    folder.write("signs/.hidden/x.png", DataFolder.plain(5, 9, 0));
    FileContents contents = contents("[1, 2, 2]", "");
    assertThat(contents.classes()).containsExactly("a", "b");
    assertThat(contents.y().toArray()).containsExactly(0, 1, 1);
    assertThat(contents.shape()).contains(new ImageShape(1, 2, 2));
    double[] x = contents.x().toArray();
    for (int pixel = 0; pixel < 4; pixel++) {
      assertThat(x[pixel]).isZero();
      assertThat(x[4 + pixel]).isCloseTo(1, within(0.01));
      assertThat(x[8 + pixel]).isCloseTo(128 / 255.0, within(1e-12));
    }
  }

  /// Every pixel is the mean of what it covers, so that the mean of all stays.
  @Test
  void imagesAreBroughtToSizeByAveraging() {
    var image = new BufferedImage(6, 3, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 6; x++) {
        image.getRaster().setSample(x, y, 0, 10 * (6 * y + x));
      }
    }
    folder.write("signs/a/x.png", image);
    folder.write("signs/b/x.png", image);
    double[] x = Arrays.copyOf(contents("[1, 1, 2]", "").x().toArray(), 2);
    assertThat(x[0] * 255).isCloseTo(70, within(1e-9));
    assertThat(x[1] * 255).isCloseTo(100, within(1e-9));
    double[] odd = Arrays.copyOf(contents("[1, 2, 4]", "").x().toArray(), 8);
    assertThat(Arrays.stream(odd).average().orElseThrow() * 255).isCloseTo(85, within(1e-9));
    // One and a half pixels wide and high: the corner pixel, half its neighbours, a quarter beyond.
    assertThat(odd[0] * 255).isCloseTo((0 + 10 / 2.0 + 60 / 2.0 + 70 / 4.0) / 2.25, within(1e-9));
    double[] larger = Arrays.copyOf(contents("[1, 6, 12]", "").x().toArray(), 72);
    assertThat(larger[0]).isZero();
    assertThat(larger[71] * 255).isCloseTo(170, within(1e-9));
  }

  @Test
  void coloursComeOneAfterTheOther() {
    folder.write("signs/a/x.png", DataFolder.plain(4, 4, 0xff8000));
    folder.write("signs/b/x.png", DataFolder.plain(4, 4, 0x0000ff));
    double[] x = contents("[3, 1, 2]", "").x().toArray();
    double half = 128 / 255.0;
    assertThat(x)
        .containsExactly(new double[] {1, 1, half, half, 0, 0, 0, 0, 0, 0, 1, 1}, within(1e-9));
    double[] grey = contents("[1, 1, 1]", "").x().toArray();
    assertThat(grey[0]).isCloseTo(0.299 + 0.587 * half, within(1e-9));
    assertThat(grey[1]).isCloseTo(0.114, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void whiteIsWhiteAndBlackIsBlackInEveryKindOfPng(int type) {
    var image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, 0xff000000);
    image.setRGB(1, 0, 0xffffffff);
    folder.write("signs/a/x.png", image);
    folder.write("signs/b/x.png", image);
    assertThat(Arrays.copyOf(contents("[1, 1, 2]", "").x().toArray(), 2)).containsExactly(0, 1);
  }

  @Test
  void whatIsTransparentIsWhite() {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80000000);
    folder.write("signs/a/x.png", image);
    folder.write("signs/b/x.png", image);
    double[] x = contents("[1, 1, 2]", "").x().toArray();
    assertThat(x[0]).isEqualTo(1);
    assertThat(x[1]).isCloseTo(127 / 255.0, within(1e-9));
  }

  @Test
  void aSampleOfManyIsSpreadOverAllClasses() {
    for (int i = 0; i < 20; i++) {
      folder.write("signs/a/%02d.png".formatted(i), DataFolder.plain(1, 1, 0x010101 * i));
      folder.write("signs/b/%02d.png".formatted(i), DataFolder.plain(1, 1, 0x010101 * (20 + i)));
    }
    FileContents contents = contents("[1, 1, 1]", ", \"examples\": 8");
    assertThat(contents.y().toArray()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    double[] levels = Arrays.stream(contents.x().toArray()).map(x -> Math.rint(255 * x)).toArray();
    assertThat(levels).containsExactly(0, 5, 10, 15, 20, 25, 30, 35);
  }

  private FileContents contents(String shape, String more) {
    String data = "\"kind\": \"images\", \"folder\": \"signs\", \"shape\": " + shape + more;
    DataSpec.Files files = (DataSpec.Files) folder.experiment(data, 1, "mse").data();
    return DataFiles.contents(files.source(), ReadProgress.SILENT);
  }
}
