package lab.tinynet.tutor.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// All questions that the tutor can ask, with the words that they share.
public record QuestionBank(Lexicon lexicon, List<Question> questions) {
  /// Files of the questions that come with the program, in the order in which they are asked.
  public static final List<String> BUILT_IN = List.of("q5.json");

  public QuestionBank {
    questions = List.copyOf(questions);
  }

  /// The questions that come with the program.
  public static QuestionBank builtIn() {
    Lexicon lexicon = Lexicon.read("lexicon.json", resource("lexicon.json"));
    return new QuestionBank(
        lexicon,
        BUILT_IN.stream().map(file -> QuestionReader.read(file, resource(file), lexicon)).toList());
  }

  public Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  private static String resource(String file) {
    try (InputStream in = QuestionBank.class.getResourceAsStream("/tutor/" + file)) {
      if (in == null) {
        throw new IllegalStateException("assets/tutor/" + file + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
