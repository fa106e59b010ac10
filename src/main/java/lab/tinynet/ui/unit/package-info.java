/// The card of a unit: its parameters, its formula with numbers, how it has fared and why it died.
package lab.tinynet.ui.unit;
