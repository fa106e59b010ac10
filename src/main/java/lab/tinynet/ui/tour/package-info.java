/// A first walk around the window.
package lab.tinynet.ui.tour;
