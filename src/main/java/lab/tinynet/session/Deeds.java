package lab.tinynet.session;

import java.util.Optional;

/// What can be undone, and what can be done again.
///
/// @param done what [Command.Undo] would take back
/// @param undone what [Command.Redo] would do again
public record Deeds(Optional<Deed> done, Optional<Deed> undone) {
  public static final Deeds NONE = new Deeds(Optional.empty(), Optional.empty());
}
