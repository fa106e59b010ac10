/// The words of the window, which follow a change of language at once.
package lab.tinynet.ui.i18n;
