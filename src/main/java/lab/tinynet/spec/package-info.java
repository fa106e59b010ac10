/// An experiment as plain values: data, layers, loss, optimiser and seed, with their validation and
/// their JSON form (format 1). This package knows no other package of the lab.
package lab.tinynet.spec;
