package io.alchemy.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code chart.sh}: makes the saved results a picture each, and tables in the page that describes them. */
public final class Publish {
  private static final String BEGIN = "<!-- results: made by chart.sh -->";
  private static final String END = "<!-- end of results -->";

  private Publish() {}

  /**
   * @param arguments the folder of results and that of the documents
   */
  public static void main(String[] arguments) throws IOException {
    Path saved = Path.of(arguments[0]);
    Path documents = Path.of(arguments[1]);
    Targets targets = Targets.read();
    StringBuilder tables = new StringBuilder();
    for (String database : List.of("sqlite", "postgresql", "h2")) {
      Results results = Results.read(saved, database);
      if (!results.all().isEmpty()) {
        String picture =
            database.equals("sqlite") ? "performance.svg" : "performance-" + database + ".svg";
        Files.writeString(documents.resolve(picture), new Chart(results, targets).svg());
        tables
            .append("\n![" + database + "](" + picture + ")\n\n```text\n")
            .append(new Table(results))
            .append(targets.summary(results))
            .append("\n```\n");
      }
    }
    Path page = documents.resolve("performance.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          page + " has no place for results: \"" + BEGIN + "\" … \"" + END + "\"");
    }
    Files.writeString(
        page, text.substring(0, from + BEGIN.length()) + "\n" + tables + "\n" + text.substring(to));
    System.out.println("written: " + page + " and its pictures");
  }
}
