/// The tutor beside the charts: conversation, answer, and what can be tried.
package lab.tinynet.ui.tutoring;
