/// The network, backpropagation, the optimisers and the trainer. The only package that knows ND4J.
///
/// Everything numeric lives in flat, column-major ND4J buffers of doubles; matrix products call
/// ND4J's own OpenBLAS on them, and the element-wise steps are fused loops over the same memory. A
/// step allocates nothing. All but the session's port belongs to one trainer thread.
package lab.tinynet.engine;
