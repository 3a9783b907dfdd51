package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.Transformation;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a prepared class gains, and in what it stays what it was. */
class PreparedClassTest {
  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory).source(States.SOURCE);
  }

  @Test
  void valuesOfEveryTypeGoThroughTheAccessors() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.Mapped;
            import io.alchemy.orm.instrument.*;
            @Mapped
            public class Item {
              record Money(long cents, String currency) {}
              enum Kind { BIG, SMALL }
              private boolean a = true; private byte b = 1; private short c = 2; private char d = 'd';
              private int e = 4; private long f = 5; private float g = 6; private double h = 7;
              private Money money = new Money(8, "EUR"); private Kind kind = Kind.BIG;
              private int[][] grid = {{1}}; private java.util.List<String> names = new java.util.ArrayList<>();
              static Object run() {
                Prepared item = (Prepared) new Item();
                Prepared copy = item.alchemy$create();
                PreparedClass type = item.alchemy$class();
                for (int i = 0; i < type.size(); i++) copy.alchemy$set(i, item.alchemy$get(i));
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < type.size(); i++) {
                  if (copy.alchemy$get(i) != item.alchemy$get(i) && !copy.alchemy$get(i).equals(item.alchemy$get(i))) throw new AssertionError(type.name(i));
                  copy.alchemy$set(i, null);
                  all.append(copy.alchemy$get(i)).append(' ');
                  all.append(type.fieldType(i).getSimpleName()).append(' ');
                }
                Item own = (Item) item;
                States.persist(own);
                own.a = false; own.d = 'x'; own.f++; own.h *= 2; own.g--; own.b++; own.c = (short) (own.c + 1);
                return all + "| " + own.a + own.b + own.c + own.d + own.f + own.g + own.h + own.money.cents() + own.kind + own.grid[0][0] + own.names
                    + States.committed(own, "h");
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item").toString().replace("\0", "0"))
        .isEqualTo(
            "false boolean 0 byte 0 short 0 char 0 int 0 long 0.0 float 0.0 double null Money null Kind null int[][]"
                + " null List | false23x65.014.08BIG1[]7.0");
  }

  @Test
  void moreThanAHundredAttributesAreKeptApart() throws Exception {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      fields.append("private int f").append(i).append(" = ").append(i).append(";\n");
    }
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              %s
              static Object run() {
                Item item = new Item();
                var state = States.persist(item);
                item.f199 = -1;
                item.f63 = -2;
                item.f64 = -3;
                state.markUnloaded(130);
                try {
                  return item.f130;
                } catch (io.alchemy.error.DetachedInstanceException e) {
                  return States.committed(item, "f199") + " " + States.committed(item, "f63") + " "
                      + States.committed(item, "f64") + " " + item.f131;
                }
              }
            }
            """.formatted(fields)).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("199 63 64 131");
  }

  @Test
  void whatIsNotPersistentIsLeftAlone() throws Exception {
    project.source("""
            package shop;
            import java.lang.reflect.*;
            import java.util.*;
            import io.alchemy.orm.instrument.*;
            @io.alchemy.orm.Mapped
            public class Item {
              static int count;
              public static final String CONSTANT = "c";
              private String name;
              transient final Object lock = new Object();
              @jakarta.persistence.Transient public String note;
              static Object run() {
                return PreparedClass.of(Item.class).size() + new Item().name + (new Item().lock != null);
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("1nulltrue");
  }

  @Test
  void reflectionSeesTheClassAsItWasWritten() throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              private String name;
              public String getName() { return name; }
            }
            """).compile().orFail();
    Class<?> item = project.loader().loadClass("shop.Item");

    assertThat(item.getDeclaredFields())
        .filteredOn(field -> !field.isSynthetic())
        .extracting("name")
        .containsExactly("name");
    assertThat(item.getDeclaredMethods())
        .filteredOn(method -> !method.isSynthetic())
        .extracting("name")
        .containsExactly("getName");
    assertThat(item.getDeclaredConstructors())
        .filteredOn(constructor -> !constructor.isSynthetic())
        .hasSize(1);
    assertThat(item.getConstructors()).hasSize(1);
  }

  @Test
  void aSuperclassThatMakesItsSubclassWhileItIsInitialized() throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              static final Item NOTHING = new Special("nothing");
              private String name;
              Item(String name) { this.name = name; }
              static Object run() {
                var made = new Special("x");
                return made.price + ((Item) made).name + NOTHING.name;
              }
            }
            @io.alchemy.orm.Mapped
            class Special extends Item {
              int price() { return price; }
              int priceOf() { return price; }
              private int price = 3;
              Special(String name) { super(name); }
            }
            """.replace("made.price +", "made.price() +")).compile().orFail();

    assertThat(Project.run("shop.Item", initialized("shop.Special"))).isEqualTo("3xnothing");
  }

  private ClassLoader initialized(String className) throws ClassNotFoundException {
    ClassLoader loader = project.loader();
    Class.forName(className, true, loader);
    return loader;
  }

  @Test
  void anAnonymousSubclassCompiledElsewhereSeesNothingToImplement(@TempDir Path elsewhere)
      throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item { private String name = "n"; public String name() { return name; } }
            """).compile().orFail();
    Project tests = new Project(elsewhere).on(project);
    tests.source("""
            package tests;
            public class Use {
              static Object run() { return new shop.Item() { int more; }.name(); }
            }
            """).compile().orFail();

    assertThat(tests.run("tests.Use")).isEqualTo("n");
  }

  @Test
  void theSerialVersionIsWhatItWas(@TempDir Path elsewhere) throws Exception {
    String source = """
        package shop;
        import java.util.*;
        @io.alchemy.orm.Mapped
        public class Item extends AbstractItem implements Comparable<Item>, Cloneable {
          static int count = new Random().nextInt();
          public static final String CONSTANT = "c";
          private String name;
          private List<Item> parts;
          transient int cache;
          public Item() {}
          protected Item(String name, int... more) { this.name = name; }
          public synchronized int compareTo(Item other) { return 0; }
          strictfp double weigh(Map<String, int[]> by) { return 1; }
          private void hidden() {}
          static Object run() { return java.io.ObjectStreamClass.lookup(Item.class).getSerialVersionUID(); }
        }
        """;
    String parent =
        "package shop;\npublic abstract class AbstractItem implements java.io.Serializable { private int id; }";
    project.source(source).source(parent).compile().orFail();
    Project unprepared = new Project(elsewhere).source(source).source(parent).with("-proc:none");
    unprepared.compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo(unprepared.run("shop.Item"));
    assertThat(serialVersion(project, "shop.AbstractItem"))
        .isEqualTo(serialVersion(unprepared, "shop.AbstractItem"));
  }

  private static long serialVersion(Project project, String name) throws ClassNotFoundException {
    return ObjectStreamClass.lookup(project.loader().loadClass(name)).getSerialVersionUID();
  }

  @Test
  void aCloneIsANewObject() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.instrument.*;
            @io.alchemy.orm.Mapped
            public class Item implements Cloneable {
              private Integer id = 1;
              private String name = "a";
              private String note = "n";
              Item copy() {
                try { return clone(); } catch (CloneNotSupportedException e) { throw new AssertionError(e); }
              }
              @Override protected Item clone() throws CloneNotSupportedException { return (Item) super.clone(); }
              static Object run() {
                Item item = new Item();
                States.unload(item, "note");
                InstanceState state = ((Prepared) item).alchemy$state();
                Item copy = item.copy();
                copy.id = null;
                String result = state.isModified() + " " + item.id + copy.name;
                try {
                  return result + copy.note;
                } catch (io.alchemy.error.DetachedInstanceException e) {
                  return result + " unreadable";
                }
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("false 1a unreadable");
  }

  @Test
  void classFilesOfAJavaThatIsNotKnownYet() throws Exception {
    project.with("-proc:none").source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item { private String name; }
            """).compile().orFail();
    byte[] bytes = Files.readAllBytes(project.classes.resolve("shop/Item.class"));
    bytes[7] = 99;
    byte[] prepared = new Transformation(name -> null).transform(bytes);

    assertThat(prepared).isNotNull();
    assertThat(prepared[7]).isEqualTo((byte) 99);
    bytes[7] = prepared[7] = 61;
    assertThat(new Transformation(name -> null).transform(bytes)).isEqualTo(prepared);
  }
}
