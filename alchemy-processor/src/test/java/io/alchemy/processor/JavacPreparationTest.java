package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.DetachedInstanceException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reads and writes are watched in classes that javac compiled. */
class JavacPreparationTest {
  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory).source(States.SOURCE);
  }

  @Test
  void methodsOfTheClassAreWatched() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.Mapped;
            @Mapped
            public class Item {
              private int price;
              private long count;
              void raise() { price += 10; count++; }
              static Object run() {
                Item item = new Item();
                item.price = 5;
                States.persist(item);
                item.raise();
                return States.committed(item, "price") + " " + item.price + " " + States.committed(item, "count");
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("5 15 0");
  }

  @Test
  void nestedClassesAndBuildersAreWatched() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.Mapped;
            @Mapped
            public class Item {
              private String name;
              static class Builder {
                private final Item made;
                Builder(Item made) { this.made = made; }
                Builder name(String name) { made.name = name; return this; }
                class Deeper { String read() { return made.name; } }
              }
              static Object run() {
                Item item = new Item();
                item.name = "a";
                States.persist(item);
                Builder builder = new Builder(item).name("b");
                return States.committed(item, "name") + builder.new Deeper().read();
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("ab");
  }

  @Test
  void aNestHostThatIsNotMappedIsWatchedWhereItTouchesMappedClassesInside() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.Mapped;
            public class Outer {
              @Mapped static class Item { private String name; }
              static Object run() {
                Item item = new Item();
                States.unload(item, "name");
                return item.name;
              }
            }
            """).compile().orFail();

    assertThatThrownBy(() -> project.run("shop.Outer"))
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Item.name");
  }

  @Test
  void recordsAreValues() throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              record Money(int amount, String currency) {
                Money plus(Item other) { return new Money(amount + other.price.amount, currency); }
              }
              private Money price = new Money(1, "EUR");
              static Object run() {
                Item item = new Item();
                States.persist(item);
                item.price = item.price.plus(item);
                Object before = States.committed(item, "price");
                States.unload(item, "price");
                try {
                  return new Money(0, "EUR").plus(item);
                } catch (io.alchemy.error.DetachedInstanceException e) {
                  return before;
                }
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).hasToString("Money[amount=1, currency=EUR]");
  }

  @Test
  void lambdasAndLocalClassesAreWatched() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.Mapped;
            import java.util.function.*;
            @Mapped
            public class Item {
              private String name;
              static Object run() {
                Item item = new Item();
                item.name = "a";
                States.persist(item);
                Consumer<String> set = value -> item.name = value;
                set.accept("b");
                Object before = States.committed(item, "name");
                States.unload(item, "name");
                Supplier<String> get = new Supplier<>() {
                  public String get() { return item.name; }
                };
                try {
                  return get.get();
                } catch (io.alchemy.error.DetachedInstanceException e) {
                  return before + " " + e.getMessage();
                }
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item").toString()).startsWith("a Item.name");
  }

  @Test
  void anUnannotatedGenericSuperclassIsPreparedToo() throws Exception {
    project.source("""
            package base;
            public abstract class Base<T extends Comparable<T>> {
              private T id;
              private int version;
              public T getId() { return id; }
              public void setId(T id) { this.id = id; }
              protected void next() { version++; }
            }
            """).source("""
            package shop;
            import io.alchemy.orm.Mapped;
            @Mapped
            public class Item extends base.Base<Long> {
              private String name = "x";
              static Object run() {
                Item item = new Item();
                item.setId(7L);
                States.persist(item);
                item.setId(8L);
                item.next();
                var type = io.alchemy.orm.instrument.PreparedClass.of(Item.class);
                var blank = (Item) type.create();
                return States.committed(item, "id") + " " + States.committed(item, "version") + " " + item.getId()
                    + " " + type.name(0) + type.name(1) + type.name(2) + " " + blank.name + " "
                    + ((io.alchemy.orm.instrument.Prepared) item).alchemy$get(0)
                    + ((io.alchemy.orm.instrument.Prepared) item).alchemy$get(2);
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("7 0 8 idversionname null 8x");
  }

  @Test
  void aPreparedSuperclassInAnotherJarIsBuiltUpon(@TempDir Path elsewhere) throws Exception {
    Project library = new Project(elsewhere);
    library.source("""
            package base;
            @jakarta.persistence.MappedSuperclass
            public class Base {
              private Integer id;
              public Integer getId() { return id; }
              public void setId(Integer id) { this.id = id; }
            }
            """).compile().orFail();
    project.on(library).source("""
            package shop;
            @jakarta.persistence.Entity
            public class Item extends base.Base {
              private String name;
              static Object run() {
                Item item = new Item();
                item.setId(1);
                States.persist(item);
                item.setId(2);
                item.name = "n";
                return States.committed(item, "id") + " " + States.committed(item, "name");
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("1 null");
  }

  @Test
  void aSuperclassOfAnotherJarThatIsNotPreparedIsRefusedByName(@TempDir Path elsewhere) {
    Project library = new Project(elsewhere);
    library
        .source("package base; public class Base { private Integer id; }")
        .with("-proc:none")
        .compile()
        .orFail();
    Project.Result result = project.on(library).source("""
                package shop;
                @io.alchemy.orm.Mapped
                public class Item extends base.Base { private String name; }
                """).compile();

    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("Item", "base.Base", "id", "@MappedSuperclass");
  }
}
