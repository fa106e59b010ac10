package lab.tinynet.ui.timeline;

import lab.tinynet.session.Branch;
import lab.tinynet.ui.i18n.I18n;

/// What a branch is called.
final class BranchNames {
  private BranchNames() {}

  /// Its own name, else its number.
  static String of(I18n i18n, Branch branch) {
    return branch.name().isEmpty()
        ? i18n.text("ui.branch.number", "number", branch.number())
        : branch.name();
  }
}
