/// The timeline: where the run stands, what happened when, its branches, and what can be undone.
package lab.tinynet.ui.timeline;
