package lab.tinynet.spec;

/// Specifications that tests start from.
final class Specs {
  static final String SPIRAL =
      """
      {"format": 1, "name": "spiral, ReLU", "seed": 7,
       "data": {"kind": "spiral", "examples": 400, "noise": 0.1, "test": 0.3},
       "network": [
         {"layer": "dense", "units": 8, "activation": "relu", "init": "he-normal"},
         {"layer": "dense", "units": 1, "activation": "tanh", "init": "xavier-normal"}],
       "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.03}, "batch": 16,
       "clip": {"kind": "norm", "limit": 1.0}, "penalty": {"l1": 0, "l2": 0.0001}}
      """;

  static final String MOST =
      """
      {"format": 1, "name": "几乎什么都有", "seed": -9007199254740992,
       "data": {"kind": "inline", "x": [[1, -2.5], [0.1, 3e-5], [4, 5]], "y": [[1, 0], [0, 1], [0, 1]],
                "testX": [[7, 8]], "testY": [[0.25, 0.75]]},
       "network": [
         {"layer": "dense", "units": 3, "activation": {"kind": "leaky-relu", "slope": 0.2},
          "init": {"kind": "normal", "std": 0.5}, "bias": false},
         {"layer": "dense", "units": 4, "activation": {"kind": "prelu"}, "init": "uniform",
          "biasInit": {"kind": "constant", "value": -0.1}},
         {"layer": "dense", "units": 2, "activation": {"kind": "elu", "alpha": 2},
          "init": {"kind": "uniform", "limit": 0.3}},
         {"layer": "dense", "units": 2, "activation": "softmax", "init": "lecun-normal"}],
       "loss": {"kind": "cross-entropy"},
       "optimizer": {"kind": "adam", "rate": 1e-3, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-7},
       "batch": "full", "clip": {"kind": "value", "limit": 0.5}, "penalty": {"l1": 1e-300}}
      """;

  static final String LEAST =
      """
      {"format": 1, "data": {"kind": "xor"}, "network": [{"layer": "dense", "units": 1}],
       "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.1}}
      """;

  static final String TABLE =
      """
      {"format": 1, "data": {"kind": "csv", "file": "a.csv", "delimiter": ";", "header": true,
                             "label": "kind", "task": "classes", "test": 0.2},
       "network": [{"layer": "dense", "units": 3, "activation": "softmax"}],
       "loss": "cross-entropy",
       "optimizer": {"kind": "adamw", "rate": 0.01, "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-6,
                     "weightDecay": 0.1, "schedule": {"kind": "cosine", "steps": 500, "to": 0.1}}}
      """;

  static final String PICTURES =
      """
      {"format": 1, "data": {"kind": "images", "folder": "signs", "shape": [3, 8, 9], "examples": 500,
                             "test": 0.2},
       "network": [{"layer": "dense", "units": 3}],
       "loss": "mse",
       "optimizer": {"kind": "rmsprop", "rate": 0.01, "alpha": 0.9, "epsilon": 1e-6,
                     "schedule": {"kind": "step", "every": 50, "factor": 0.5}}}
      """;

  static final String DIGITS =
      """
      {"format": 1, "data": {"kind": "idx", "images": "a", "labels": "b", "testImages": "c",
                             "testLabels": "d", "examples": 500},
       "network": [{"layer": "dense", "units": 10, "activation": "sigmoid"}],
       "loss": "bce",
       "optimizer": {"kind": "adagrad", "rate": 0.01, "epsilon": 1e-6, "initialAccumulator": 0.1,
                     "schedule": {"kind": "warmup", "steps": 50}}}
      """;

  private Specs() {}
}
