package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.tutor.question.ExampleAnswer;

/// The graded examples, by how near they are to an answer: cosine of character 2- to 4-grams,
/// weighted by how rare they are among the examples (tf-idf).
final class NearestExamples {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  /// An example and how near it is.
  ///
  /// @param similarity 0 … 1
  record Near(ExampleAnswer example, double similarity) {}

  private record Weighted(ExampleAnswer example, Map<String, Double> vector) {}

  private final Map<String, Integer> documents = new HashMap<>();
  private final int count;
  private final List<Weighted> examples;

  NearestExamples(List<ExampleAnswer> examples) {
    this.count = examples.size();
    for (ExampleAnswer example : examples) {
      counts(example.text()).keySet().forEach(gram -> documents.merge(gram, 1, Integer::sum));
    }
    this.examples =
        examples.stream().map(example -> new Weighted(example, vector(example.text()))).toList();
  }

  /// All examples, the nearest first.
  List<Near> near(String text) {
    Map<String, Double> own = vector(text);
    List<Near> near = new ArrayList<>();
    for (Weighted example : examples) {
      near.add(new Near(example.example, cosine(own, example.vector)));
    }
    near.sort(Comparator.comparingDouble(Near::similarity).reversed());
    return near;
  }

  /// The nearest example that states an idea, or that doesn't.
  static Optional<Near> nearest(List<Near> near, String idea, boolean stating) {
    return near.stream().filter(one -> one.example.has(idea) == stating).findFirst();
  }

  private Map<String, Double> vector(String text) {
    Map<String, Double> vector = new HashMap<>();
    double square = 0;
    for (Map.Entry<String, Integer> entry : counts(text).entrySet()) {
      double rarity = Math.log((count + 1.0) / (documents.getOrDefault(entry.getKey(), 0) + 1.0));
      double weight = (1 + Math.log(entry.getValue())) * (rarity + 0.1);
      vector.put(entry.getKey(), weight);
      square += weight * weight;
    }
    double norm = Math.sqrt(square);
    vector.replaceAll((_, weight) -> weight / norm);
    return vector;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : one.entrySet()) {
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  private static Map<String, Integer> counts(String text) {
    String plain = NormalText.of(text).text().replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ");
    Map<String, Integer> counts = new HashMap<>();
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int i = 0; i + length <= plain.length(); i++) {
        counts.merge(plain.substring(i, i + length), 1, Integer::sum);
      }
    }
    return counts;
  }
}
