/// What the detectors see in the run, in words, with the evidence to be lit up.
package lab.tinynet.ui.health;
