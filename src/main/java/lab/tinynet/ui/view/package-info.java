/// The parts of the window: bar, stage, charts, timeline, and the layout that places them.
package lab.tinynet.ui.view;
