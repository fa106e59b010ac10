package lab.tinynet.app;

/// A part of the program that is announced and does not exist so far.
final class NotBuiltYet extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
