/// Everything the window can be asked to do, by name: keys, the palette of commands and the sheet
/// of keys are made from one list.
package lab.tinynet.ui.action;
