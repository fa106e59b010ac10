package lab.tinynet.tutor.question;

import java.util.List;
import java.util.Optional;

/// One wrong belief.
///
/// @param id such as `q5.m.raise-lr`
/// @param belief the belief in words
/// @param contrast what the tutor says when an answer asserts it: what to look at, and what to do
/// @param refutation id of the remedy whose outcome speaks against it, if one does
/// @param asserted patterns, any of which says that the answer asserts it
public record Misconception(
    String id,
    LocalText belief,
    LocalText contrast,
    Optional<String> refutation,
    List<String> asserted) {
  public Misconception {
    asserted = List.copyOf(asserted);
  }
}
