/// The stage: the network itself, drawn live from a frame, with the decision surface beside it.
///
/// Where everything stands ([StageLayout]), what colour a number has ([SignScale]), which edges are
/// shown ([EdgeModel]) and the pixels themselves ([StageImage]) know no JavaFX, so a worker thread
/// can paint; [StageView] only copies the finished pixels, writes the words and answers the
/// pointer.
package lab.tinynet.chart.stage;
