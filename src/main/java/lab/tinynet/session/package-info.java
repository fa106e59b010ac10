/// The port to a running experiment: commands go in, immutable states, the log and frames come out.
/// The engine implements it; the window and the command line use it.
package lab.tinynet.session;
