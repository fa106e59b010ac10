/// The tutor: when to ask, what to say next, how an answer is told back. Pure functions of the log
/// and of what was said; texts are kept as keys and slots and become words only when they are
/// drawn, so that the language can be switched at any time.
package lab.tinynet.tutor;
