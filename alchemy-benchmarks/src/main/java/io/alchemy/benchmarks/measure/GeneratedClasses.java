package io.alchemy.benchmarks.measure;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Mapped classes, each with a key, four columns and a reference to the next. */
final class GeneratedClasses {
  private final int count;

  GeneratedClasses(int count) {
    this.count = count;
  }

  /**
   * Writes and compiles them.
   *
   * @param prepared whether Alchemy's processor takes part
   */
  void compileInto(Path folder, boolean prepared) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      sources.add(Files.writeString(folder.resolve("Thing" + number + ".java"), source(number)));
    }
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(List.of("-d", folder.toString(), "-classpath", classPath, "-nowarn"));
    options.addAll(prepared ? List.of("-processorpath", classPath) : List.of("-proc:none"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled = compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
      if (!compiled) {
        throw new IllegalStateException("the generated classes do not compile: " + messages);
      }
    }
  }

  private String source(int number) {
    return """
        package generated;

        import jakarta.persistence.*;

        @Entity
        @Table(name = "thing_%1$d")
        public class Thing%1$d {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Integer id;
          private String name;
          private Long amount;
          private java.time.LocalDateTime made;
          private Boolean known;
          @ManyToOne(fetch = FetchType.LAZY) private Thing%2$d other;

          protected Thing%1$d() {}
        }
        """.formatted(number, (number + 1) % count);
  }

  /** The classes, from the class path. */
  Class<?>[] load() throws ClassNotFoundException {
    Class<?>[] classes = new Class<?>[count];
    for (int number = 0; number < count; number++) {
      classes[number] = Class.forName("generated.Thing" + number);
    }
    return classes;
  }
}
