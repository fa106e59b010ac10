package lab.tinynet.architecture.wrong.ui.text;

import javafx.scene.text.Text;

/// Words that need a toolkit.
public record Messages(Text text) {}
