package io.alchemy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: tests, files, packages. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w*Tests?)(?:#(\\w+))?`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern PACKAGE = Pattern.compile("`(io\\.alchemy(?:\\.[a-z]+)*)`");

  @Test
  void everyTestThatADocumentNamesExists() throws IOException {
    Map<String, String> tests = sourcesOfTests();
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (Path document : documents()) {
      for (MatchResult name :
          TEST_NAME.matcher(Files.readString(document)).results().toList()) {
        named++;
        String source = tests.get(name.group(1));
        String method = name.group(2);
        if (source == null || (method != null && !source.contains("void " + method + "("))) {
          missing.add(document.getFileName() + ": " + name.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isPositive();
  }

  @Test
  void everyFeatureThatIsClaimedNamesATest() throws IOException {
    List<String> rows = Files.readAllLines(ROOT.resolve("docs/features.md")).stream()
        .filter(row -> row.contains("| yes |") || row.contains("| part |"))
        .toList();

    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows).allSatisfy(row -> assertThat(row).containsPattern(TEST_NAME));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          dead.add(document.getFileName() + ": " + link.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyPackageThatTheArchitectureNamesExists() throws IOException {
    Path sources = ROOT.resolve("alchemy-core/src/main/java");
    List<MatchResult> packages = PACKAGE
        .matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
        .results()
        .toList();
    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(packages)
        .allSatisfy(
            name -> assertThat(sources.resolve(name.group(1).replace('.', '/'))).isDirectory());
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      List<Path> all = Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
      assertThat(all).hasSizeGreaterThan(4);
      return all;
    }
  }

  private static Map<String, String> sourcesOfTests() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path tests : modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .toList()) {
        try (Stream<Path> files = Files.walk(tests)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file -> sources.merge(
                  file.getFileName().toString().replace(".java", ""), read(file), String::concat));
        }
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
