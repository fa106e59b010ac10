package lab.tinynet.tutor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lab.tinynet.tutor.question.LocalText;

/// A text that is not yet in any language.
public sealed interface Phrase {
  /// A general phrase, by its key in `assets/i18n`.
  record Keyed(String key, Map<String, Slot> slots) implements Phrase {
    public Keyed {
      slots = Map.copyOf(slots);
    }
  }

  /// A text of a question.
  record Written(LocalText text, Map<String, Slot> slots) implements Phrase {
    public Written {
      slots = Map.copyOf(slots);
    }
  }

  static Phrase of(String key) {
    return new Keyed(key, Map.of());
  }

  static Phrase of(String key, Map<String, Slot> slots) {
    return new Keyed(key, slots);
  }

  static Phrase of(LocalText text, Map<String, Slot> slots) {
    return new Written(text, slots);
  }

  Map<String, Slot> slots();

  /// The text in the language of the moment, piece by piece.
  default List<Span> render(Words words) {
    List<String> names = List.copyOf(slots().keySet());
    String template =
        switch (this) {
          case Keyed(String key, _) -> words.text(key, marks(names));
          case Written(LocalText text, _) -> mark(text.in(words.language()), names);
        };
    return Rendering.spans(template, names.stream().map(slots()::get).toList(), words);
  }

  /// The same in one string.
  default String plain(Words words) {
    return render(words).stream().map(Span::text).collect(Collectors.joining());
  }

  private static Object[] marks(List<String> names) {
    List<Object> marks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      marks.add(names.get(i));
      marks.add(String.valueOf((char) (Rendering.FIRST_MARK + i)));
    }
    return marks.toArray();
  }

  private static String mark(String text, List<String> names) {
    String marked = text;
    for (int i = 0; i < names.size(); i++) {
      marked =
          marked.replace(
              "{" + names.get(i) + "}", String.valueOf((char) (Rendering.FIRST_MARK + i)));
    }
    return marked;
  }

  /// Turns a template into spans. A slot stands in it as one character of the private use area, so
  /// that nothing a student typed is taken for markup.
  final class Rendering {
    static final char FIRST_MARK = '\uE100';
    private static final char LAST_MARK = '\uE1FF';

    private Rendering() {}

    static List<Span> spans(String template, List<Slot> slots, Words words) {
      List<Span> spans = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      boolean strong = false;
      for (int i = 0; i < template.length(); i++) {
        char c = template.charAt(i);
        boolean mark = c >= FIRST_MARK && c <= LAST_MARK;
        if (c != '*' && !mark) {
          text.append(c);
          continue;
        }
        if (!text.isEmpty()) {
          spans.add(Span.of(text.toString(), strong ? Span.Style.STRONG : Span.Style.PLAIN));
          text.setLength(0);
        }
        if (mark) {
          spans.addAll(spans(slots.get(c - FIRST_MARK), words));
        } else {
          strong = !strong;
        }
      }
      if (!text.isEmpty()) {
        spans.add(Span.of(text.toString(), strong ? Span.Style.STRONG : Span.Style.PLAIN));
      }
      return List.copyOf(spans);
    }

    private static List<Span> spans(Slot slot, Words words) {
      return switch (slot) {
        case Slot.Count(long value, long at) -> List.of(value(value, at));
        case Slot.Step(long step) -> List.of(value(step, step));
        case Slot.Layer layer -> List.of(Span.of(layerName(layer, words), Span.Style.STRONG));
        case Slot.Quote(String quoted) ->
            List.of(Span.of(words.text("tutor.quote", "words", quoted), Span.Style.QUOTED));
        case Slot.Nested(Phrase phrase) -> phrase.render(words);
      };
    }

    private static Span value(long value, long at) {
      return new Span(
          String.format(Locale.ROOT, "%,d", value), Span.Style.VALUE, OptionalLong.of(at));
    }

    private static String layerName(Slot.Layer layer, Words words) {
      String name = words.text("tutor.layer." + layer.kind(), "number", layer.number());
      return layer.output()
          ? words.text("tutor.layer.output", "name", name)
          : words.text("tutor.layer.hidden", "name", name, "number", layer.number());
    }
  }
}
