package lab.tinynet.telemetry;

/// What a reader of the log needs to know of one layer.
///
/// @param name the layer's name in the log: `dense 2`
/// @param kind the kind of layer, as in the specification: `dense`
/// @param activation the activation's name, as in the specification: `leaky-relu`
/// @param inputs number of inputs of the layer
/// @param units number of outputs of the layer
/// @param parameters whether it has any, and with them gradient norms and update ratios
/// @param rectifier whether silent and dead units are counted
public record LayerInfo(
    String name,
    String kind,
    String activation,
    int inputs,
    int units,
    boolean parameters,
    boolean rectifier) {}
