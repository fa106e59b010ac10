package lab.tinynet.tutor.answer;

import java.util.List;
import java.util.Map;

/// The record of one conversation.
///
/// @param question id of the question
/// @param step the step whose state it is about
/// @param slots the values that stood in its text, by name
/// @param moves what happened, in order
public record AskedQuestion(
    String question, long step, Map<String, String> slots, List<Move> moves) {
  public AskedQuestion {
    slots = Map.copyOf(slots);
    moves = List.copyOf(moves);
  }
}
