/// The examples a network learns from: generated data sets, data from files,
/// the split into training and test set,
/// the order of the batches, the probe sets, and the rule by which an answer counts as right.
/// Everything here is a pure function of an experiment; nothing holds a generator's position.
package lab.tinynet.data;
