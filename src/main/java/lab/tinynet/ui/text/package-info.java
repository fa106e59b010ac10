/// The words a person reads, in Chinese and English, by key. Free of JavaFX, so that the command
/// line speaks with the same voice as the window.
package lab.tinynet.ui.text;
