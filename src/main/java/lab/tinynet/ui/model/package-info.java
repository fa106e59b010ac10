/// What the views know of the run, in properties of the JavaFX application thread, and the changes
/// that a person can make to an experiment.
package lab.tinynet.ui.model;
