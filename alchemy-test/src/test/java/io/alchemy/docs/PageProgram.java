package io.alchemy.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.docs.MarkdownPage.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page whose {@code java} blocks are one program. Those that declare a public class become files of their own, imports stand in all of
 * them, the others are the body of {@code main}, one after the other. A {@code text} block is what was printed since the block before
 * it.
 *
 * <p>After a change that is meant, {@code -Ddocs.write=true} writes what was printed into the page, for a person to read over.
 */
final class PageProgram {
  /** What a page that shows no imports leaves out. */
  private static final String IMPORTS = """
      import static io.alchemy.sql.Sql.*;
      import io.alchemy.engine.*;
      import io.alchemy.orm.*;
      import io.alchemy.orm.Query;
      import io.alchemy.schema.MetaData;
      import io.alchemy.sql.*;
      import jakarta.persistence.*;
      import java.util.*;
      """;

  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
  private static final Pattern DECLARATION =
      Pattern.compile("(?m)^public (?:final )?(?:class|record|interface) (\\w+)");

  /** Printed between the blocks, so that it is known which of them printed what. */
  private static final String SEPARATOR = "\u001e";

  private final MarkdownPage page;
  private final Path directory;

  private PageProgram(MarkdownPage page, Path directory) {
    this.page = page;
    this.directory = directory;
  }

  /** Runs the page, and compares what it prints with what it says. */
  static void check(Path file, Path directory) throws Exception {
    MarkdownPage page = MarkdownPage.read(file);
    List<String> printed = new PageProgram(page, directory).printedByBlock();

    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(file, page.withTexts(printed));
      return;
    }
    for (int i = 0; i < printed.size(); i++) {
      Block block = page.blocks().get(i);
      assertThat(printed.get(i)).as("%s, line %d", file, block.line()).isEqualTo(block.text());
    }
    assertThat(page.blocks()).anyMatch(block -> block.language().equals("text"));
  }

  /** What the page would say if it were written now: code stays, output is what was printed. Output that the page hides is an error. */
  private List<String> printedByBlock() throws Exception {
    String[] parts = run().split(SEPARATOR, -1);
    List<String> texts = new ArrayList<>();
    String printed = "";
    int part = 0;
    for (Block block : page.blocks()) {
      if (block.language().equals("text")) {
        texts.add(printed);
        printed = "";
        continue;
      }
      assertThat(printed)
          .as("output that is not shown before line %d", block.line())
          .isEmpty();
      texts.add(block.text());
      if (isBody(block)) {
        printed = parts[part++];
      }
    }
    assertThat(printed).as("output after the last block").isEmpty();
    return texts;
  }

  private String run() throws Exception {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    List<Block> declarations = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (isBody(block)) {
        body.append("// line ").append(block.line()).append('\n').append(block.text());
        body.append("System.out.print(\"\\u001e\");\n");
      } else if (isDeclaration(block)) {
        declarations.add(block);
      } else if (block.language().equals("java")) {
        imports.append(block.text());
      }
    }
    if (imports.isEmpty()) {
      imports.append(IMPORTS);
    }
    Path sources = Files.createDirectories(directory.resolve("sources/wiki"));
    for (Block declaration : declarations) {
      Matcher name = DECLARATION.matcher(declaration.text());
      assertThat(name.find()).isTrue();
      write(sources, name.group(1), imports + declaration.text());
    }
    write(
        sources,
        "Program",
        imports
            + "public class Program {\npublic static void main(String[] args) throws Exception {\n"
            + body
            + "}\n}\n");
    return printedBy(SnippetCompiler.compile(sources, directory.resolve("classes")));
  }

  private static void write(Path sources, String name, String text) throws IOException {
    Files.writeString(sources.resolve(name + ".java"), "package wiki;\n" + text);
  }

  private static String printedBy(Path classes) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, UTF_8));
      Class<?> program = loader.loadClass("wiki.Program");
      program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new AssertionError("After printing:\n" + printed.toString(UTF_8), e.getCause());
    } finally {
      System.setOut(console);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static boolean isDeclaration(Block block) {
    return block.language().equals("java") && DECLARATION.matcher(block.text()).find();
  }

  private static boolean isBody(Block block) {
    return block.language().equals("java")
        && !isDeclaration(block)
        && !IMPORT.matcher(block.text()).find();
  }
}
