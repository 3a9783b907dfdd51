package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.MappedIndex;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
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
  @EnabledForJreRange(max = JRE.JAVA_22)
  void theProcessorOnTheClassPathAlone() throws Exception {
    project.withoutProcessorPath().compile().orFail();

    assertThat(project.run("shop.Base")).isEqualTo(2);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_23)
  void theProcessorOnTheClassPathAloneDoesNotRunAndThePluginSaysSo() {
    Project.Result result = project.withoutProcessorPath().compile().orFail();

    assertThat(result.messages(Diagnostic.Kind.WARNING))
        .anySatisfy(warning -> assertThat(warning).contains("shop.Item is mapped", "from JDK 23"));
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
  void classFilesThatStayInMemoryAreLeftToTheOtherDoors() throws Exception {
    Project.Result result = project.inMemory(InMemoryFiles::new).compile().orFail();

    assertThat(result.messages(Diagnostic.Kind.NOTE))
        .anySatisfy(
            note -> assertThat(note).contains("stay in memory", "shop/Item", "when first touched"));
    assertThat(isPrepared("shop.Item")).isFalse();
  }

  /** IntelliJ's builder keeps class files in memory whose names are those of files on disk. */
  @Test
  void anOlderFileThatIsNotReplacedIsLeftAlone() throws Exception {
    project.with("-proc:none").compile().orFail();
    byte[] before = Files.readAllBytes(project.classes.resolve("shop/Item.class"));
    Project again = new Project(directory).inMemory(WithRealNames::new).unsaved();
    again.compile().orFail();

    assertThat(Files.readAllBytes(project.classes.resolve("shop/Item.class"))).isEqualTo(before);
  }

  /** Keeps class files, and tells where the index will be. */
  private static final class WithRealNames extends InMemoryFiles {
    WithRealNames(JavaFileManager next) {
      super(next);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) throws IOException {
      return fileManager.getFileForOutput(location, packageName, name, sibling);
    }
  }
}
