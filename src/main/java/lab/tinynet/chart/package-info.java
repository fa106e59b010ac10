/// Canvas painters over axes, scales and decimation that know no JavaFX themselves. All painting
/// runs on the JavaFX application thread; nothing here waits for anything.
package lab.tinynet.chart;
