package lab.tinynet.tutor;

import java.util.HashSet;
import java.util.Set;

/// When the tutor may speak up: one card at a time, never while a hand is busy, and after being
/// sent away only after a pause that doubles each time. What it asks follows from the log alone;
/// only the pause is in the person's time.
///
/// @param open whether a question is on the screen
/// @param quietUntil not before this time, in milliseconds of the caller's clock
/// @param pause how long the next pause will be, in milliseconds
/// @param settled questions that were answered, by their ids
public record Attention(boolean open, long quietUntil, long pause, Set<String> settled) {
  /// The first pause after a question has been put away.
  public static final long FIRST_PAUSE = 30_000;

  /// The pause between two questions that were dealt with.
  public static final long BETWEEN = 8_000;

  private static final long LONGEST_PAUSE = 3_600_000;

  /// Nothing asked yet.
  public static final Attention FRESH = new Attention(false, 0, FIRST_PAUSE, Set.of());

  public Attention {
    settled = Set.copyOf(settled);
  }

  /// A question has been put on the screen.
  public Attention asking() {
    return new Attention(true, quietUntil, pause, settled);
  }

  /// The question has left the screen: put away unanswered, the pause doubles; dealt with, it does
  /// not, and it doesn't come again.
  public Attention after(Conversation conversation, long now) {
    if (!conversation.attempted()) {
      return new Attention(false, now + pause, Math.min(2 * pause, LONGEST_PAUSE), settled);
    }
    Set<String> more = new HashSet<>(settled);
    more.add(conversation.question().id());
    return new Attention(false, now + BETWEEN, FIRST_PAUSE, more);
  }

  /// The question has left the screen because what it was about has; that costs no pause.
  public Attention withdrawn() {
    return new Attention(false, quietUntil, pause, settled);
  }

  boolean allows(long now) {
    return !open && now >= quietUntil;
  }

  boolean isSettled(String question) {
    return settled.contains(question);
  }
}
