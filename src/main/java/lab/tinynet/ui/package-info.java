/// The window of the lab, in the window ([lab.tinynet.ui.LabWindow]) and off screen
/// ([lab.tinynet.ui.LabPicture]): views over a session, which they ask and never wait for.
package lab.tinynet.ui;
