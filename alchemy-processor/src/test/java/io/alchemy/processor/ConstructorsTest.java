package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** What constructors and field initializers of prepared classes do, before and after the superclass is made. */
class ConstructorsTest {
  @TempDir
  Path directory;

  private Project project;

  @BeforeEach
  void open() {
    project = new Project(directory).source(States.SOURCE);
  }

  @Test
  void whatAConstructorIsGivenIsSetAndALiteralNullSaysNothing() throws Exception {
    project.source("""
            package shop;
            import io.alchemy.orm.instrument.*;
            @io.alchemy.orm.Mapped
            public class Item {
              private String name;
              private String body = null;
              private Item parent = null;
              private Item next;
              private java.util.List<String> words = null;
              Item(String name, Item next) {
                this.name = name;
                this.next = next;
                this.body = null;
              }
              Item(Item other) { other.body = null; }
              Item(boolean known) { this.name = known ? "known" : null; }
              static String nulls(Item item) {
                InstanceState state = ((Prepared) item).alchemy$state();
                String nulls = "";
                for (int i = 0; state != null && i < state.type().size(); i++) {
                  if (state.isExplicitNull(i)) nulls += state.type().name(i) + " ";
                }
                return nulls;
              }
              static Object run() {
                Item touched = new Item("a", new Item(true));
                String before = nulls(touched);
                new Item(touched);
                return before + "| " + nulls(touched) + "| " + nulls(new Item(null, null)) + "| " + nulls(new Item(false));
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("| body | name next | name ");
  }

  @Test
  void aLiteralNullInAConstructorTakesBackWhatWasSetBefore() throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              private String name;
              private Item parent;
              Item(String name, Item parent) { this.name = name; this.parent = parent; }
              Item() {
                this("a", new Item(null, null));
                States.persist(this);
                this.name = null;
                this.parent = null;
              }
              static Object run() {
                Item item = new Item();
                return item.name + " " + item.parent + " " + States.committed(item, "name");
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("null null a");
  }

  @Test
  void whatConstructorsDoBeforeAndAfterTheSuperclassIsMade() throws Exception {
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item extends Base {
              private String name = String.valueOf(3);
              private String other;
              Item(boolean flag, Item from) {
                super(flag ? new StringBuilder(new String("x")).append(from.name) : new StringBuilder());
                this.name = from.name + "!";
                from.other = null;
                other = null;
              }
              Item() { this(true); }
              private Item(boolean ignored) { super(new StringBuilder("b")); }
              static Object run() {
                Item from = new Item();
                Item item = new Item(true, from);
                var state = ((io.alchemy.orm.instrument.Prepared) item).alchemy$state();
                return item.text() + item.name + state;
              }
            }
            """).source("""
            package shop;
            public class Base {
              private String text;
              protected Base(StringBuilder text) { this.text = text.toString(); }
              String text() { return text; }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("x33!null");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void fieldsSetBeforeTheSuperclassIsMade() throws Exception {
    project.with("--release", "25").source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item {
              private String name;
              Item(String name) {
                this.name = name;
                super();
                this.name += "!";
              }
              static Object run() { return new Item("a").name; }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("a!");
  }
}
