package lab.tinynet.engine;

/// Where the numbers of one layer lie in the network's flat buffers.
///
/// @param offset first of its parameters, and of their gradients
/// @param statisticsOffset first of its running statistics
record LayerMemory(
    int offset,
    int statisticsOffset,
    FlatBuffer parameters,
    FlatBuffer gradients,
    FlatBuffer statistics) {}
