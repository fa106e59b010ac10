/// Experiments and data in files: opened by dialogue or by dropping, read off the JavaFX thread.
package lab.tinynet.ui.file;
