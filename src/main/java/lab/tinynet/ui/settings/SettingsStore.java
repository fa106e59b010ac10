package lab.tinynet.ui.settings;

/// Where settings are kept. Neither method throws: losing a window's place must not cost a lesson.
public interface SettingsStore {

  Settings load();

  void save(Settings settings);

  /// A store that forgets everything with the program.
  static SettingsStore inMemory() {
    return new SettingsStore() {
      private volatile Settings kept = Settings.FRESH;

      @Override
      public Settings load() {
        return kept;
      }

      @Override
      public void save(Settings settings) {
        kept = settings;
      }
    };
  }
}
