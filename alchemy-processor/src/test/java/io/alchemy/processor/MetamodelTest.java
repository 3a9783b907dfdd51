package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated beside mapped classes. */
class MetamodelTest {
  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory).with("-Xlint:all,-options,-processing", "-Werror");
  }

  private String generated(String name) throws IOException {
    return Files.readString(project.classes.resolve(name));
  }

  @Test
  void eachAttributeIsATypedConstant() throws Exception {
    project.source("""
            package wiki;
            import java.util.*;
            @io.alchemy.orm.Mapped
            public class Page {
              private Integer id;
              private int version;
              private String title;
              private byte[] picture;
              private Map<String, Integer> counts;
              private Page parent;
              private List<Comment> comments = new ArrayList<>();
              private Set<? extends Tag> tags;
              private Map<String, Tag> tagsByName;
              static int pages;
              private transient Object cache;
            }
            """).source("""
            package wiki;
            @io.alchemy.orm.Mapped
            public class Comment { private Page page; }
            """).source("""
            package wiki;
            @jakarta.persistence.Entity
            public class Tag { private String name; }
            """).compile().orFail();

    assertThat(generated("wiki/Page_.java")).isEqualTo("""
            package wiki;

            import io.alchemy.orm.CollectionAttribute;
            import io.alchemy.orm.ColumnAttribute;
            import io.alchemy.orm.ReferenceAttribute;
            import java.util.Map;
            import javax.annotation.processing.Generated;

            /**
             * The attributes of {@link Page}.
             */
            @Generated("io.alchemy.processor.AlchemyProcessor")
            public final class Page_ {
              public static final ColumnAttribute<Page, Integer> id = ColumnAttribute.of(Page.class, "id");

              public static final ColumnAttribute<Page, Integer> version = ColumnAttribute.of(Page.class, "version");

              public static final ColumnAttribute<Page, String> title = ColumnAttribute.of(Page.class, "title");

              public static final ColumnAttribute<Page, byte[]> picture = ColumnAttribute.of(Page.class, "picture");

              public static final ColumnAttribute<Page, Map<String, Integer>> counts = ColumnAttribute.of(Page.class, "counts");

              public static final ReferenceAttribute<Page, Page> parent = ReferenceAttribute.of(Page.class, Page.class, "parent");

              public static final CollectionAttribute<Page, Comment> comments = CollectionAttribute.of(Page.class, Comment.class, "comments");

              public static final CollectionAttribute<Page, Tag> tags = CollectionAttribute.of(Page.class, Tag.class, "tags");

              public static final CollectionAttribute<Page, Tag> tagsByName = CollectionAttribute.of(Page.class, Tag.class, "tagsByName");

              private Page_() {
              }
            }
            """);
  }

  @Test
  void inheritedAttributesAreThereWithTheTypesTheyHaveInTheClass() throws Exception {
    project.source("""
            package wiki;
            public class Owned<K extends Number, O> { private K id; private O owner; private java.util.List<O> owners; }
            """).source("""
            package wiki;
            @io.alchemy.orm.Mapped
            public class Page extends Owned<Long, User> { private String title; }
            """).source("""
            package wiki;
            @io.alchemy.orm.Mapped
            public class User { private String name; }
            """).compile().orFail();

    assertThat(generated("wiki/Page_.java"))
        .contains(
            "ColumnAttribute<Page, Long> id",
            "ReferenceAttribute<Page, User> owner",
            "CollectionAttribute<Page, User> owners",
            "ColumnAttribute<Page, String> title");
  }

  @Test
  void aNestedClassIsNamedAfterItsSurroundingsAndNotMoreVisible() throws Exception {
    project.source("""
            package wiki;
            public class Outer {
              @io.alchemy.orm.Mapped
              static class Page { private String title; private Kind kind; }
              private enum Kind { A }
              @io.alchemy.orm.Mapped
              private static class Hidden { private String title; }
            }
            """).compile().orFail();

    assertThat(generated("wiki/Outer_Page_.java"))
        .contains("\nfinal class Outer_Page_ {", "ColumnAttribute<Outer.Page, Object> kind");
    assertThat(project.classes.resolve("wiki/Outer_Hidden_.java")).doesNotExist();
    assertThat(project.classes.resolve("wiki/Outer$Hidden.class")).exists();
  }

  @Test
  void aGenericClassIsNamedWithoutItsParameters() throws Exception {
    project.source("""
            package wiki;
            @io.alchemy.orm.Mapped
            public class Page<T extends Number> { private T id; private java.util.List<T> more; }
            """).compile().orFail();

    assertThat(generated("wiki/Page_.java"))
        .contains("ColumnAttribute<Page, Number> id", "@SuppressWarnings(\"rawtypes\")");
  }

  @Test
  void theSuffixIsAnOption() throws Exception {
    project
        .with("-Aalchemy.metamodel.suffix=Attributes")
        .source("package wiki; @io.alchemy.orm.Mapped\npublic class Page { private String title; }")
        .compile()
        .orFail();

    assertThat(project.classes.resolve("wiki/PageAttributes.class")).exists();
    assertThat(project.classes.resolve("wiki/Page_.class")).doesNotExist();
  }

  @Test
  void aClassOfTheSameNameIsAnErrorThatNamesTheOption() {
    Project.Result result = project
        .source(
            "package wiki;\n@io.alchemy.orm.Mapped\npublic class Page { private String title; }")
        .source("package wiki;\npublic class Page_ {}")
        .compile();

    assertThat(result.errors())
        .anySatisfy(error -> assertThat(error).contains("alchemy.metamodel.suffix"));
  }

  @Test
  void aClassInTheUnnamedPackage() throws Exception {
    project.source("""
            @io.alchemy.orm.Mapped
            public class Page {
              private String title;
              static Object run() { return Page_.title.key() + io.alchemy.orm.instrument.PreparedClass.of(Page.class).size(); }
            }
            """).compile().orFail();

    assertThat(project.run("Page")).isEqualTo("title1");
  }

  @Test
  void withoutMappedClassesNothingIsWritten() throws Exception {
    Project.Result result =
        project.source("package wiki;\npublic class Page {}").compile().orFail();

    assertThat(project.classes.resolve("META-INF")).doesNotExist();
    assertThat(result.messages(Diagnostic.Kind.WARNING)).isEmpty();
  }
}
