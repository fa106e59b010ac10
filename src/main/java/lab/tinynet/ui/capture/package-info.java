/// Pictures of the lab with what they show in words below.
package lab.tinynet.ui.capture;
