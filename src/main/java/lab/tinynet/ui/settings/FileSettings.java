package lab.tinynet.ui.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// Settings in a small JSON file in the user's configuration folder. An unreadable file counts as
/// none; writing goes to a file beside it first and then takes its place in one move.
public final class FileSettings implements SettingsStore {
  private static final System.Logger LOG = System.getLogger(FileSettings.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public FileSettings(Path file) {
    this.file = file;
  }

  /// The file in the place where programs of this system keep such things.
  public static FileSettings ofUser() {
    Path home = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path folder;
    if (system.startsWith("windows")) {
      folder = variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
    } else if (system.startsWith("mac")) {
      folder = home.resolve("Library").resolve("Application Support");
    } else {
      folder = variable("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }
    return new FileSettings(folder.resolve("tinynet-lab").resolve("settings.json"));
  }

  @Override
  public Settings load() {
    if (!Files.isReadable(file)) {
      return Settings.FRESH;
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      Settings settings =
          Settings.FRESH.withTheme(
              Theme.named(root.path("theme").asText()).orElse(Settings.FRESH.theme()));
      Optional<Language> language = Language.named(root.path("language").asText());
      if (language.isPresent()) {
        settings = settings.withLanguage(language.get());
      }
      if (root.path("preset").isTextual()) {
        settings = settings.withPreset(root.path("preset").asText());
      }
      for (JsonNode file : root.path("recent").valueStream().toList().reversed()) {
        settings = settings.withRecent(file.asText());
      }
      if (root.path("toured").asBoolean()) {
        settings = settings.withToured();
      }
      JsonNode window = root.path("window");
      if (window.isObject()) {
        settings =
            settings.withWindow(
                new Settings.Bounds(
                    window.path("x").asDouble(),
                    window.path("y").asDouble(),
                    window.path("width").asDouble(),
                    window.path("height").asDouble(),
                    window.path("maximized").asBoolean()));
      }
      return settings;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "settings not read: " + e.getMessage());
      return Settings.FRESH;
    }
  }

  @Override
  public synchronized void save(Settings settings) {
    ObjectNode root = JSON.createObjectNode();
    settings.language().ifPresent(language -> root.put("language", language.code()));
    root.put("theme", settings.theme().code());
    settings.preset().ifPresent(preset -> root.put("preset", preset));
    settings.recent().forEach(root.putArray("recent")::add);
    root.put("toured", settings.toured());
    settings
        .window()
        .ifPresent(
            bounds ->
                root.putObject("window")
                    .put("x", bounds.x())
                    .put("y", bounds.y())
                    .put("width", bounds.width())
                    .put("height", bounds.height())
                    .put("maximized", bounds.maximized()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "settings not kept: " + e.getMessage());
    }
  }

  private static Optional<Path> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
  }
}
