package lab.tinynet.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.Limits;
import lab.tinynet.spec.Matrix;

/// Reads a folder with a folder of images per class. The classes are in the order of their names,
/// and so are the images of a class. Only the images that lie directly in the folder of a class
/// count: nothing is searched deeper, so that neither depth nor a link in a circle matters.
final class ImageFolder {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  private final FileSource.Images images;
  private final ReadProgress progress;
  private final FileTrouble trouble;

  ImageFolder(FileSource.Images images, ReadProgress progress) {
    this.images = images;
    this.progress = progress;
    this.trouble = FileTrouble.of("folder", images.path());
  }

  /// An image and the index of its class.
  private record Labelled(Path file, int label) {}

  FileContents read() {
    Path root = OrdinaryFile.path(images.folder(), images.path(), trouble);
    if (!Files.exists(root)) {
      throw trouble.refused("not-found");
    }
    List<Path> folders = entries(root, trouble).stream().filter(Files::isDirectory).toList();
    if (folders.size() < 2) {
      throw trouble.refused("folder-classes");
    }
    if (folders.size() > Limits.CLASSES) {
      throw trouble.refused("folder-classes-many", "limit", Limits.CLASSES);
    }
    List<Labelled> all = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (Path folder : folders) {
      FileTrouble here = trouble.in(shown(root, folder));
      List<Path> files =
          entries(folder, here).stream()
              .filter(ImageFolder::hasEnding)
              .filter(Files::isRegularFile)
              .toList();
      if (files.isEmpty()) {
        throw here.refused("folder-no-images");
      }
      if (all.size() + files.size() > Limits.FOLDER_ENTRIES) {
        throw trouble.refused("folder-large", "limit", Limits.FOLDER_ENTRIES);
      }
      files.forEach(file -> all.add(new Labelled(file, classes.size())));
      classes.add(folder.getFileName().toString());
    }
    return read(root, all, classes);
  }

  private FileContents read(Path root, List<Labelled> all, List<String> classes) {
    int[] taken = EvenSample.of(all.size(), images.examples());
    int size = images.shape().size();
    if ((long) taken.length * size > Limits.DATA_NUMBERS) {
      throw trouble.refused("much-examples", "limit", Limits.DATA_NUMBERS / size);
    }
    double[] x = new double[taken.length * size];
    double[] y = new double[taken.length];
    long bytesLeft = Limits.IMAGES_BYTES;
    long pixelsLeft = Limits.IMAGES_PIXELS;
    for (int i = 0; i < taken.length; i++) {
      Labelled image = all.get(taken[i]);
      FileTrouble here = trouble.in(shown(root, image.file()));
      byte[] bytes = OrdinaryFile.bytes(image.file(), Limits.IMAGE_BYTES, here);
      bytesLeft -= bytes.length;
      pixelsLeft -= ImageDecoder.decode(bytes, images.shape(), x, i * size, here);
      if (bytesLeft < 0 || pixelsLeft < 0) {
        throw trouble.refused(
            "images-large",
            "bytes",
            Limits.IMAGES_BYTES >> 20,
            "pixels",
            Limits.IMAGES_PIXELS / 1_000_000);
      }
      y[i] = image.label();
      progress.read(i + 1L, taken.length);
    }
    return new FileContents(
        Matrix.owning(taken.length, size, x),
        Matrix.owning(taken.length, 1, y),
        Matrix.empty(size),
        Matrix.empty(1),
        classes,
        List.of(),
        List.of(),
        Optional.of(images.shape()));
  }

  /// What lies in a folder and is not hidden, by name.
  private static List<Path> entries(Path folder, FileTrouble trouble) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (entries.size() == Limits.FOLDER_ENTRIES) {
          throw trouble.refused("folder-large", "limit", Limits.FOLDER_ENTRIES);
        }
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !name.startsWith("__")) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw trouble.refused("folder-unreadable");
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  private static boolean hasEnding(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private String shown(Path root, Path file) {
    return images.path() + "/" + root.relativize(file).toString().replace('\\', '/');
  }
}
