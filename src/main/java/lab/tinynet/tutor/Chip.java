package lab.tinynet.tutor;

/// Something to try, as a button.
///
/// @param remedy id of the remedy in the question
public record Chip(String remedy, Phrase label, TutorAction action) {}
