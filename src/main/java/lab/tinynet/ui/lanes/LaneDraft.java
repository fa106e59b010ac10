package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.tinynet.session.Lanes;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.Validation;

/// What the lanes are to be: the present experiment first, then others that differ from it as the
/// rows say. A value; every change gives another.
///
/// @param base the experiment of the first lane
/// @param lanes how many, 2 … [Lanes#MOST]
/// @param rows what differs
record LaneDraft(Experiment base, int lanes, List<Row> rows) {
  static final int MOST_OTHERS = Lanes.MOST - 1;

  LaneDraft {
    rows = List.copyOf(rows);
    if (lanes < 2 || lanes > Lanes.MOST) {
      throw new IllegalArgumentException(lanes + " lanes");
    }
  }

  /// One thing that differs.
  ///
  /// @param values of the second lane and on, [#MOST_OTHERS] of them; empty where it is as in the
  ///     first
  record Row(Aspect aspect, List<String> values) {
    Row {
      List<String> filled = new ArrayList<>(values);
      while (filled.size() < MOST_OTHERS) {
        filled.add("");
      }
      values = List.copyOf(filled.subList(0, MOST_OTHERS));
    }

    Row with(int other, String value) {
      List<String> changed = new ArrayList<>(values);
      changed.set(other, value);
      return new Row(aspect, changed);
    }
  }

  /// The present experiment beside one that differs in the first thing that it can differ in.
  static LaneDraft proposed(Experiment base) {
    Aspect first =
        Arrays.stream(Aspect.values())
            .filter(aspect -> aspect.applies(base))
            .findFirst()
            .orElseThrow();
    return new LaneDraft(base, 2, List.of(new Row(first, first.proposals(base))));
  }

  LaneDraft withLanes(int count) {
    return new LaneDraft(base, count, rows);
  }

  LaneDraft withRow(int index, Row row) {
    List<Row> changed = new ArrayList<>(rows);
    changed.set(index, row);
    return new LaneDraft(base, lanes, changed);
  }

  LaneDraft withoutRow(int index) {
    List<Row> changed = new ArrayList<>(rows);
    changed.remove(index);
    return new LaneDraft(base, lanes, changed);
  }

  /// Another thing that differs: the next one that is not among the rows yet.
  LaneDraft withAnother() {
    return unused().stream()
        .findFirst()
        .map(
            aspect -> {
              List<Row> more = new ArrayList<>(rows);
              more.add(new Row(aspect, aspect.proposals(base)));
              return new LaneDraft(base, lanes, more);
            })
        .orElse(this);
  }

  /// What can differ and is not among the rows yet.
  List<Aspect> unused() {
    return Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.applies(base))
        .filter(aspect -> rows.stream().noneMatch(row -> row.aspect() == aspect))
        .toList();
  }

  /// A lane's experiment.
  ///
  /// @param lane from 0
  /// @return empty if a value of it is none
  Optional<Experiment> experiment(int lane) {
    Optional<Experiment> built = Optional.of(base);
    if (lane > 0) {
      // The activation before the normalisation that moves it.
      for (Row row : rows.stream().sorted(java.util.Comparator.comparing(Row::aspect)).toList()) {
        built = built.flatMap(one -> row.aspect().apply(one, row.values().get(lane - 1)));
      }
    }
    return built;
  }

  /// All lanes; empty if a value of one is none.
  Optional<List<Experiment>> experiments() {
    List<Experiment> all = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      Optional<Experiment> one = experiment(lane);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(List.copyOf(all));
  }

  /// What is wrong with a lane.
  Optional<Problem> problem(int lane) {
    return experiment(lane).flatMap(one -> Validation.check(one).stream().findFirst());
  }
}
