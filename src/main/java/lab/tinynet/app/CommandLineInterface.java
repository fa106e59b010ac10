package lab.tinynet.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Reads the arguments, runs the command they name and turns every failure into one or two plain
/// sentences on standard error.
final class CommandLineInterface {
  static final int DONE = 0;
  static final int DOES_NOT_HOLD = 1;
  static final int BAD_INPUT = 2;

  private final Tasks tasks;

  CommandLineInterface(Tasks tasks) {
    this.tasks = tasks;
  }

  /// Runs one command on the standard streams.
  ///
  /// @return the exit code
  int run(List<String> arguments) {
    Language language =
        language(arguments, Language.fromLocale(Locale.getDefault(Locale.Category.DISPLAY)));
    boolean terminal = Boolean.getBoolean("tinynet.terminal");
    return run(
        arguments, new Console(System.in, System.out, System.err, terminal, Messages.of(language)));
  }

  /// Runs one command.
  ///
  /// @return the exit code
  int run(List<String> arguments, Console console) {
    CommandLine line = commands(console);
    try {
      ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      Subcommand command = (Subcommand) parsed.commandSpec().userObject();
      if (command.wantsHelp()) {
        console.out().println(command.help(console));
        return DONE;
      }
      return command.run(console, tasks);
    } catch (ParameterException e) {
      return refuse(console, new Complaint(console.messages()).about(e));
    } catch (Refusal e) {
      return refuse(console, e.getMessage());
    } catch (InvalidInput e) {
      return refuse(console, console.messages().sentence(e.problem()));
    } catch (NotBuiltYet e) {
      return refuse(console, console.text("app.error.notBuilt"));
    } catch (OutOfMemoryError e) {
      return refuse(console, console.text("app.error.memory"));
    } catch (Exception | LinkageError | StackOverflowError e) {
      return unexpected(console, e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /// All commands, as picocli sees them.
  CommandLine commands(Console console) {
    CommandLine line = new CommandLine(new LabCommand());
    line.addSubcommand(new TrainCommand());
    line.addSubcommand(new PresetsCommand());
    line.addSubcommand(new RenderCommand());
    line.addSubcommand(new BenchCommand());
    for (String name : UnbuiltCommand.NAMES) {
      line.addSubcommand(name, new UnbuiltCommand(name));
    }
    line.addSubcommand(new RehearseCommand(this));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Language.class, text -> Language.named(text).orElseThrow());
    line.registerConverter(RenderCommand.Size.class, RenderCommand.Size::parse);
    return line;
  }

  /// The language in which to speak of the arguments themselves, before they are understood.
  private static Language language(List<String> arguments, Language otherwise) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      Optional<Language> named = Optional.empty();
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        named = Language.named(arguments.get(i + 1));
      } else if (argument.startsWith("--lang=")) {
        named = Language.named(argument.substring("--lang=".length()));
      }
      if (named.isPresent()) {
        return named.get();
      }
    }
    return otherwise;
  }

  private static int refuse(Console console, String sentence) {
    console.err().println(sentence);
    return BAD_INPUT;
  }

  private static int unexpected(Console console, Throwable failure) {
    return refuse(console, unexpectedText(console, failure));
  }

  /// The sentence for something unexpected, whose details go to a file.
  static String unexpectedText(Console console, Throwable failure) {
    String what = FailureFile.what(failure);
    return FailureFile.write(failure)
        .map(file -> console.text("app.error.unexpected", "what", what, "file", file))
        .orElseGet(() -> console.text("app.error.unexpectedNoLog", "what", what));
  }
}
