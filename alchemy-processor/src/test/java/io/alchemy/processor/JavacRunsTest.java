package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.MappedIndex;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which build tools run javac. */
class JavacRunsTest {
  private static final String ITEM = """
      package shop;
      @io.alchemy.orm.Mapped
      public class Item extends Base {
        private String name;
      }
      """;
  private static final String BASE = """
      package shop;
      public class Base {
        private Integer id;
        static Object run() {
          return io.alchemy.orm.instrument.PreparedClass.of(Item.class).size();
        }
      }
      """;

  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory).source(ITEM).source(BASE);
  }

  private List<String> index() throws IOException {
    String text = Files.readString(project.classes.resolve(MappedIndex.RESOURCE));
    return List.copyOf(MappedIndex.read(new StringReader(text)));
  }

  private boolean isPrepared(String name) throws ReflectiveOperationException {
    return io.alchemy.orm.instrument.Prepared.class.isAssignableFrom(
        Class.forName(name, false, project.loader()));
  }

  @Test
  void everythingAtOnce() throws Exception {
    project.compile().orFail();

    assertThat(index()).containsExactly("shop.Base", "shop.Item");
    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  void aSecondTime() throws Exception {
    project.compile().orFail();
    project.compile().orFail();

    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  void onlyTheSuperclassAgain() throws Exception {
    project.compile().orFail();
    project.compileOnly("shop/Base.java").orFail();

    assertThat(index()).containsExactly("shop.Base", "shop.Item");
    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  void onlyTheMappedClassAgain() throws Exception {
    project.compile().orFail();
    project.compileOnly("shop/Item.java").orFail();

    assertThat(index()).containsExactly("shop.Base", "shop.Item");
    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  void aClassThatIsMappedNoLongerLeavesTheIndex() throws Exception {
    project
        .source("package shop;\n@io.alchemy.orm.Mapped\npublic class Other { private int id; }")
        .compile()
        .orFail();
    assertThat(index()).containsExactly("shop.Base", "shop.Item", "shop.Other");

    project.source("package shop;\npublic class Other { private int id; }");
    project.compileOnly("shop/Other.java").orFail();

    assertThat(index()).containsExactly("shop.Base", "shop.Item");
    assertThat(isPrepared("shop.Other")).isFalse();
  }

  @Test
  void withoutAnnotationProcessing() throws Exception {
    Project.Result result = project.with("-proc:none").compile().orFail();

    assertThat(project.classes.resolve("shop/Item_.class")).doesNotExist();
    assertThat(isPrepared("shop.Item")).isFalse();
    // The plugin is on the class path here, as it is for whoever forgot the processor path.
    assertThat(result.messages(Diagnostic.Kind.WARNING))
        .anySatisfy(warning -> assertThat(warning)
            .contains("shop.Item is mapped", "-proc:none", "annotation processor path"));
  }

  @Test
  void annotationProcessingAlone() {
    project.with("-proc:only").compile().orFail();

    assertThat(project.classes.resolve("shop/Item_.java")).exists();
    assertThat(project.classes.resolve("shop/Item.class")).doesNotExist();
  }

  @Test
  void generatedSourcesInTheirOwnDirectory() throws Exception {
    Path generated = Files.createDirectories(directory.resolve("generated"));
    project.with("-s", generated.toString()).compile().orFail();

    assertThat(generated.resolve("shop/Item_.java")).exists();
    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  void classFilesThatStayInMemoryAreLeftToTheOtherDoors() {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    InMemory memory = new InMemory(javac.getStandardFileManager(diagnostics, Locale.ROOT, null));
    boolean success = javac
        .getTask(
            null,
            memory,
            diagnostics,
            project.allOptions().subList(2, project.allOptions().size()),
            null,
            List.of(source("shop/Item.java", ITEM), source("shop/Base.java", BASE)))
        .call();

    assertThat(success).as(diagnostics.getDiagnostics().toString()).isTrue();
    assertThat(diagnostics.getDiagnostics())
        .filteredOn(each -> each.getKind() == Diagnostic.Kind.NOTE)
        .anySatisfy(note -> assertThat(note.getMessage(Locale.ROOT))
            .contains("stay in memory", "shop/Item", "when first touched"));
    assertThat(memory.written).containsKey("shop.Item");
  }

  @Test
  void anOlderFileThatIsNotReplacedOnDiskIsLeftAlone() throws Exception {
    project.with("-proc:none").compile().orFail();
    byte[] before = Files.readAllBytes(project.classes.resolve("shop/Item.class"));
    Project other = new Project(directory).source(ITEM).source(BASE);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    InMemory memory = new InMemory(javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      @Override
      public FileObject getFileForOutput(
          Location location, String packageName, String name, FileObject sibling)
          throws IOException {
        return fileManager.getFileForOutput(location, packageName, name, sibling);
      }
    };
    boolean success = javac
        .getTask(
            null,
            memory,
            diagnostics,
            other.allOptions(),
            null,
            List.of(source("shop/Item.java", ITEM), source("shop/Base.java", BASE)))
        .call();

    assertThat(success).as(diagnostics.getDiagnostics().toString()).isTrue();
    assertThat(Files.readAllBytes(project.classes.resolve("shop/Item.class"))).isEqualTo(before);
  }

  private static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** Keeps what the compiler writes, as builders in development environments do. */
  private static class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    InMemory(JavaFileManager next) {
      super(next);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri = URI.create("mem:///" + name.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(name, each -> new ByteArrayOutputStream());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
          ByteArrayOutputStream bytes = written.get(name);
          if (bytes == null) {
            throw new FileNotFoundException(name);
          }
          return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public long getLastModified() {
          return 0;
        }
      };
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) throws IOException {
      return getJavaFileForOutput(location, name, JavaFileObject.Kind.OTHER, sibling);
    }

    @Override
    public boolean hasLocation(Location location) {
      return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }
  }
}
