/// The table of what earlier runs came to, kept from start to start.
package lab.tinynet.ui.results;
