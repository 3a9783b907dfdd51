package io.alchemy.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program behind {@code chart.sh}: makes what {@code compare.sh} saved a picture and a table for each database, and what {@code
 * scale.sh} saved a table for each of its parts, in the page that describes them.
 */
public final class Publish {
  private static final List<String> DATABASES = List.of("sqlite", "postgresql", "h2");

  private Publish() {}

  /**
   * @param arguments the folder of results and that of the documents
   */
  public static void main(String[] arguments) throws IOException {
    Path saved = Path.of(arguments[0]);
    Path documents = Path.of(arguments[1]);
    Targets targets = Targets.read();
    Path page = documents.resolve("performance.md");
    String text = Files.readString(page);
    text = replaced(text, "results", compared(saved, documents, targets));
    text = replaced(text, "scale", scaled(saved, targets));
    Files.writeString(page, text);
    System.out.println("written: " + page + " and its pictures");
  }

  private static String compared(Path saved, Path documents, Targets targets) throws IOException {
    StringBuilder tables = new StringBuilder();
    for (String database : DATABASES) {
      Results results = Results.read(saved, database);
      if (!results.all().isEmpty()) {
        String picture =
            database.equals("sqlite") ? "performance.svg" : "performance-" + database + ".svg";
        Files.writeString(documents.resolve(picture), new Chart(results, targets).svg());
        tables
            .append("\n![" + database + "](" + picture + ")\n\n```text\n")
            .append(new Table(results))
            .append(new Runs(results))
            .append(targets.summary(results))
            .append("\n```\n");
      }
    }
    return tables.toString();
  }

  private static String scaled(Path saved, Targets targets) throws IOException {
    StringBuilder tables = new StringBuilder();
    for (String database : DATABASES) {
      Results results = Results.read(saved.resolve("scale"), database);
      if (!results.all().isEmpty()) {
        tables
            .append("\n```text\n")
            .append(ScalePart.tables(results))
            .append(new Runs(results))
            .append(targets.summary(results))
            .append("\n```\n");
      }
    }
    return tables.toString();
  }

  /** The page with other tables between the markers of this name. */
  private static String replaced(String page, String name, String tables) {
    String begin = "<!-- " + name + ": made by chart.sh -->";
    String end = "<!-- end of " + name + " -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "the page has no place for tables: \"" + begin + "\" … \"" + end + "\"");
    }
    return page.substring(0, from + begin.length()) + "\n" + tables + "\n" + page.substring(to);
  }
}
