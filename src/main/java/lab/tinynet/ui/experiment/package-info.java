/// The experiment panel.
package lab.tinynet.ui.experiment;
