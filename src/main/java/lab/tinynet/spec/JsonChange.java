package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a value at a path of a JSON text that has been read: `optimizer.rate`,
/// `network[1].activation`. The text itself stays as it is.
final class JsonChange {
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)((?:\\[\\d+])*)(?:\\.|$)");
  private static final Pattern INDEX = Pattern.compile("\\d+");

  private JsonChange() {}

  /// @throws InvalidInput if the path leads nowhere
  static Json set(Json root, String path, Json value) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      steps.add(matcher.group(1));
      INDEX.matcher(matcher.group(2)).results().forEach(i -> steps.add(Integer.valueOf(i.group())));
      end = matcher.end();
    }
    if (end != path.length() || steps.isEmpty()) {
      throw Problems.missingField(path).refused();
    }
    return set(root, path, steps, value);
  }

  private static Json set(Json at, String path, List<Object> steps, Json value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Object> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case String name when at instanceof Json.Fields(Map<String, Json> fields) -> {
        Map<String, Json> changed = new LinkedHashMap<>(fields);
        Json old = fields.get(name);
        if (old == null && !rest.isEmpty()) {
          throw Problems.missingField(path).refused();
        }
        changed.put(name, rest.isEmpty() ? value : set(old, path, rest, value));
        yield new Json.Fields(changed);
      }
      case Integer index
          when at instanceof Json.Items(List<Json> items) && index < items.size() -> {
        List<Json> changed = new ArrayList<>(items);
        changed.set(index, set(items.get(index), path, rest, value));
        yield new Json.Items(changed);
      }
      default -> throw Problems.missingField(path).refused();
    };
  }
}
