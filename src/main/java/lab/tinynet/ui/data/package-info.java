/// The data of an experiment as a picture, and points drawn by hand.
package lab.tinynet.ui.data;
