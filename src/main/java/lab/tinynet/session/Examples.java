package lab.tinynet.session;

import lab.tinynet.spec.Matrix;

/// The examples of an experiment as a view needs them.
///
/// @param trainX (examples × inputs)
/// @param trainY (examples × outputs)
/// @param testX may have no rows
/// @param testY may have no rows
public record Examples(Matrix trainX, Matrix trainY, Matrix testX, Matrix testY) {}
