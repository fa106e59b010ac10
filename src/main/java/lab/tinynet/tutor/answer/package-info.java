/// What was asked and said, as plain records: they go into a homework picture, and from them a
/// conversation can be computed again.
package lab.tinynet.tutor.answer;
