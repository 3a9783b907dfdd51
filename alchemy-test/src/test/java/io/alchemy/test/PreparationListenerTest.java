package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A JUnit run over classes that a builder kept in memory, so that javac's plugin could not prepare them. */
class PreparationListenerTest {
  private static final String ITEM = """
      package shop;
      @io.alchemy.orm.Mapped
      public class Item { private String name; }
      """;
  private static final String ITEM_TEST = """
      package shop;
      import org.junit.jupiter.api.*;
      class ItemTest {
        private final Item item = new Item();
        @Test
        void isPrepared() {
          Assertions.assertInstanceOf(io.alchemy.orm.instrument.Prepared.class, item);
        }
      }
      """;

  @TempDir
  Path classes;

  @Test
  void mappedClassesArePreparedBeforeTheFirstTestClassIsLoaded() throws Exception {
    compile();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      thread.setContextClassLoader(loader);
      try (LauncherSession session = LauncherFactory.openSession()) {
        session
            .getLauncher()
            .execute(
                LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass("shop.ItemTest"))
                    .build(),
                summary);
      }
    } finally {
      thread.setContextClassLoader(before);
    }

    StringWriter failures = new StringWriter();
    summary.getSummary().printFailuresTo(new PrintWriter(failures));
    assertThat(summary.getSummary().getTestsSucceededCount())
        .as(failures.toString())
        .isEqualTo(1);
  }

  private void compile() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String classPath = System.getProperty("java.class.path");
    Map<String, ByteArrayOutputStream> written = new HashMap<>();
    boolean success = javac
        .getTask(
            null,
            new InMemory(javac.getStandardFileManager(null, null, null), written),
            null,
            List.of("--release", "17", "-cp", classPath, "-processorpath", classPath),
            null,
            List.of(source("shop/Item.java", ITEM), source("shop/ItemTest.java", ITEM_TEST)))
        .call();
    assertThat(success).isTrue();
    for (Map.Entry<String, ByteArrayOutputStream> file : written.entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().toByteArray());
    }
  }

  private static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written;

    InMemory(JavaFileManager next, Map<String, ByteArrayOutputStream> written) {
      super(next);
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return kept(name.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) {
      return kept(name, JavaFileObject.Kind.OTHER);
    }

    private JavaFileObject kept(String path, JavaFileObject.Kind kind) {
      return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(path, bytes);
          return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
          ByteArrayOutputStream bytes = written.get(path);
          if (bytes == null) {
            throw new FileNotFoundException(path);
          }
          return bytes.toString(StandardCharsets.UTF_8);
        }
      };
    }
  }
}
