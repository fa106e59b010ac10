/// A second, obvious implementation of training, written with plain `INDArray` operations and
/// sharing nothing with the engine but the specification: what the engine is held against.
package lab.tinynet.engine.oracle;
