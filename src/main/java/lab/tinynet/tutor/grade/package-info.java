/// Grading of free answers, offline: plain, deterministic, and able to say why. An answer is read
/// into concepts with their negations; ideas are patterns over these; graded examples confirm or
/// doubt. Nothing here knows a particular question.
package lab.tinynet.tutor.grade;
