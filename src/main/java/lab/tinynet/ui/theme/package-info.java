/// Looks: one style sheet of structure, one of tokens a theme, one size, the bundled type.
package lab.tinynet.ui.theme;
