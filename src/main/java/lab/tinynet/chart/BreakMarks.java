package lab.tinynet.chart;

import java.util.Arrays;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The marks ▲ at the top of a frame where lines break, with the word for what came instead of a
/// number. Marks of several series at one place become one.
final class BreakMarks {
  private double[] x = new double[16];
  private String[] word = new String[16];
  private int count;

  void clear() {
    count = 0;
  }

  /// Takes over the breaks of a trace.
  ///
  /// @param apart marks nearer than this are one
  void add(Trace trace, double apart) {
    for (int i = 0; i < trace.breaks(); i++) {
      add(trace.breakX(i), trace.breakWord(i), apart);
    }
  }

  void add(double atX, String what, double apart) {
    for (int i = 0; i < count; i++) {
      if (Math.abs(x[i] - atX) < apart) {
        word[i] = word[i].contains(what) ? word[i] : word[i] + " / " + what;
        return;
      }
    }
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      word = Arrays.copyOf(word, 2 * count);
    }
    x[count] = atX;
    word[count] = what;
    count++;
  }

  int count() {
    return count;
  }

  String word(int mark) {
    return word[mark];
  }

  /// Makes one mark of those whose words would stand on each other.
  private void join(Pen pen) {
    for (int i = 1; i < count; i++) {
      for (int earlier = 0; earlier < i; earlier++) {
        double reach = 1.6 * pen.em() + Math.max(pen.boldWidth(word[i]), width(pen, earlier));
        if (Math.abs(x[i] - x[earlier]) < reach) {
          x[earlier] = Math.min(x[earlier], x[i]);
          word[earlier] =
              word[earlier].contains(word[i]) ? word[earlier] : word[earlier] + " / " + word[i];
          count--;
          System.arraycopy(x, i + 1, x, i, count - i);
          System.arraycopy(word, i + 1, word, i, count - i);
          i--;
          break;
        }
      }
    }
  }

  private double width(Pen pen, int mark) {
    return pen.boldWidth(word[mark]);
  }

  void paint(Pen pen, PlotFrame frame) {
    join(pen);
    Color alarm = pen.palette().alarm();
    double em = pen.em();
    double side = 0.85 * em;
    for (int i = 0; i < count; i++) {
      pen.triangle(x[i], frame.top() + 1, side, alarm);
      double wide = width(pen, i);
      boolean onLeft = x[i] + 0.8 * em + wide > frame.right();
      double edge = onLeft ? x[i] - 0.7 * em : x[i] + 0.7 * em;
      TextAlignment side2 = onLeft ? TextAlignment.RIGHT : TextAlignment.LEFT;
      double middle = frame.top() + 1 + 0.45 * em;
      pen.canvas().setFill(pen.palette().ground().deriveColor(0, 1, 1, 0.85));
      pen.canvas()
          .fillRect(onLeft ? edge - wide - 2 : edge - 2, middle - 0.6 * em, wide + 4, 1.2 * em);
      pen.boldText(word[i], edge, middle, side2, alarm);
    }
  }
}
