/// The words a person reads, in Chinese and English, by key. [Messages] is free of JavaFX, so that
/// the command line speaks with the same voice as the window; [I18n] lets the window follow a
/// change of language.
package lab.tinynet.ui.text;
