package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations that cannot be prepared are compile errors that name the cure, at the line they are about. */
class DeclarationErrorsTest {
  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory);
  }

  private Diagnostic<?> onlyError(String source) {
    Project.Result result = project.source(source).compile();
    assertThat(result.success()).isFalse();
    assertThat(result.errors()).hasSize(1);
    return result.diagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .orElseThrow();
  }

  private static String message(Diagnostic<?> error) {
    return error.getMessage(Locale.ROOT);
  }

  @Test
  void aFinalField() {
    Diagnostic<?> error = onlyError("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              private int id;
              private final String name = "";
            }
            """);

    assertThat(message(error)).contains("Item.name is final", "remove final", "transient");
    assertThat(error.getLineNumber()).isEqualTo(5);
  }

  @Test
  void aFieldThatIsNotPrivate() {
    Diagnostic<?> error = onlyError("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              int id;
            }
            """);

    assertThat(message(error)).contains("Item.id is not private", "make it private");
    assertThat(error.getLineNumber()).isEqualTo(4);
  }

  @Test
  void aFieldOfASuperclassThatIsNotPrivate() {
    project.source("""
        package shop;
        public class Base {
          protected int id;
        }
        """);
    Diagnostic<?> error = onlyError("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item extends Base {
            }
            """);

    assertThat(message(error)).contains("Base.id is not private");
  }

  @Test
  void aRecord() {
    Diagnostic<?> error = onlyError("""
            package shop;
            @io.alchemy.orm.Mapped
            public record Item(int id) {}
            """);

    assertThat(message(error)).contains("shop.Item", "a record", "make it a class");
  }

  @Test
  void anInnerClass() {
    Diagnostic<?> error = onlyError("""
            package shop;
            public class Shop {
              @io.alchemy.orm.Mapped
              class Item { private int id; }
            }
            """);

    assertThat(message(error)).contains("Item", "inner", "static");
  }

  @Test
  void aLocalClass() {
    Diagnostic<?> error = onlyError("""
            package shop;
            public class Shop {
              void open() {
                @io.alchemy.orm.Mapped
                class Item { private int id; }
                new Item();
              }
            }
            """);

    assertThat(message(error)).contains("Item", "local", "top level");
  }

  @Test
  void aCollectionOfMappedObjectsThatCannotBeWatched() {
    Diagnostic<?> error = onlyError("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              private java.util.ArrayList<Item> parts;
            }
            """);

    assertThat(message(error))
        .contains("shop.Item.parts", "java.util.ArrayList", "Collection, List, Set or Map");
  }

  @Test
  void aSuperclassWithoutAPlainConstructor() {
    Project.Result result = project.source("""
                package shop;
                @io.alchemy.orm.Mapped
                public class Item extends Thread {
                  Item(int size) { super("thread"); }
                  private int id;
                }
                """).source("""
                package shop;
                @io.alchemy.orm.Mapped
                public class Stream extends java.io.FilterReader {
                  Stream() { super(null); }
                }
                """).compile();

    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("shop.Stream", "java.io.FilterReader", "constructor without arguments");
  }
}
