package io.alchemy.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a {@link ChildProcess} is asked: a question a line on standard input, an answer a line on standard output. What libraries print
 * goes to standard error.
 */
public final class Questions {
  /** Answers one. What it throws is an answer too, an error as well: the next question may go well. */
  public interface Answering {
    Answer answer(String question) throws Exception;
  }

  private final PrintStream answers = System.out;

  /** Takes standard output for itself: to be made before anything prints. */
  public Questions() {
    System.setOut(System.err);
  }

  /** Says that all is ready, and answers until there are no more questions. */
  public void answer(Answering with) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answers.println(Answer.ready());
    String line;
    while ((line = questions.readLine()) != null) {
      answers.println(answer(with, line));
    }
  }

  private static Answer answer(Answering with, String question) {
    try {
      return with.answer(question);
    } catch (Exception | Error error) {
      error.printStackTrace();
      return Answer.failed(error);
    }
  }
}
