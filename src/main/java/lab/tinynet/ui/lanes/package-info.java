/// Runs side by side: what is to differ, and the view of what came of it.
package lab.tinynet.ui.lanes;
