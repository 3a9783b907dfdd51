package io.alchemy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what a page shows, as a reader's build would: with the processor, and with every warning an error. */
final class SnippetCompiler {
  static Path compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath = System.getProperty("java.class.path");
    List<String> options = List.of(
        "-d",
        Files.createDirectories(classes).toString(),
        "-classpath",
        classPath,
        "-processorpath",
        classPath,
        "-parameters",
        "-Xlint:all,-processing,-classfile,-path,-options,-serial",
        "-Werror",
        "--release",
        "17");
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> list = Files.list(sources)) {
      boolean compiled = compiler
          .getTask(
              messages,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(list.toList()))
          .call();
      assertThat(compiled).as("%s", messages).isTrue();
    }
    return classes;
  }

  private SnippetCompiler() {}
}
