package io.alchemy.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.docs.MarkdownPage.Block;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial is one program. Its {@code java} blocks that declare a public class become files of their own, its imports stand
 * in all of them, the others are the body of {@code main}, one after the other. A {@code text} block is what was printed since the
 * block before it.
 *
 * <p>After a change that is meant, {@code -Dtutorial.write=true} writes what was printed into the page, for a person to read over.
 */
class TutorialTest {
  private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
  private static final Pattern DECLARATION =
      Pattern.compile("(?m)^public (?:final )?(?:class|record|interface) (\\w+)");

  /** Printed between the blocks, so that it is known which of them printed what. */
  private static final String SEPARATOR = "\u001e";

  @TempDir
  Path directory;

  @Test
  void everySnippetRunsAndPrintsWhatThePageSays() throws Exception {
    MarkdownPage page = MarkdownPage.read(PAGE);
    List<String> printed = printedByBlock(page, run(page));

    if (Boolean.getBoolean("tutorial.write")) {
      Files.writeString(PAGE, page.withTexts(printed));
      return;
    }
    List<String> said = page.blocks().stream().map(Block::text).toList();
    for (int i = 0; i < said.size(); i++) {
      assertThat(printed.get(i))
          .as("tutorial.md, line %d", page.blocks().get(i).line())
          .isEqualTo(said.get(i));
    }
    assertThat(said).as("blocks that show output").hasSizeGreaterThan(20);
  }

  /** What the page would say if it were written now: code stays, output is what was printed; output without a block fails. */
  private static List<String> printedByBlock(MarkdownPage page, String output) {
    String[] parts = output.split(SEPARATOR, -1);
    List<String> texts = new ArrayList<>();
    String printed = "";
    int part = 0;
    for (Block block : page.blocks()) {
      if (block.language().equals("text")) {
        texts.add(printed);
        printed = "";
      } else {
        assertThat(printed)
            .as("output that tutorial.md does not show before line %d", block.line())
            .isEmpty();
        texts.add(block.text());
        if (isBody(block)) {
          printed = parts[part++];
        }
      }
    }
    assertThat(printed).as("output after the last block of tutorial.md").isEmpty();
    return texts;
  }

  private String run(MarkdownPage page) throws Exception {
    StringBuilder imports = new StringBuilder("package wiki;\n");
    StringBuilder body = new StringBuilder();
    List<Block> declarations = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (!block.language().equals("java")) {
        continue;
      }
      if (isBody(block)) {
        body.append("// line ").append(block.line()).append('\n');
        body.append(block.text());
        body.append("System.out.print(\"\\u001e\");\n");
      } else if (DECLARATION.matcher(block.text()).find()) {
        declarations.add(block);
      } else {
        imports.append(block.text());
      }
    }
    Path sources = Files.createDirectories(directory.resolve("sources/wiki"));
    for (Block declaration : declarations) {
      Matcher name = DECLARATION.matcher(declaration.text());
      assertThat(name.find()).isTrue();
      Files.writeString(
          sources.resolve(name.group(1) + ".java"), imports + "\n" + declaration.text());
    }
    Files.writeString(
        sources.resolve("Tutorial.java"),
        imports
            + "public class Tutorial {\npublic static void main(String[] args) throws Exception {\n"
            + body
            + "}\n}\n");
    Path classes = SnippetCompiler.compile(sources, directory.resolve("classes"));
    return printedBy(classes);
  }

  private static String printedBy(Path classes) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, UTF_8));
      Class<?> program = loader.loadClass("wiki.Tutorial");
      program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw new AssertionError("After printing:\n" + printed.toString(UTF_8), e.getCause());
    } finally {
      System.setOut(console);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static boolean isBody(Block block) {
    return block.language().equals("java")
        && !DECLARATION.matcher(block.text()).find()
        && !IMPORT.matcher(block.text()).find();
  }
}
