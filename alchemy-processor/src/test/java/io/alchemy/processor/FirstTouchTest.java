package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.NotPreparedException;
import io.alchemy.orm.instrument.Preparation;
import io.alchemy.orm.instrument.Prepared;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes that javac's plugin did not write are prepared before they are loaded. */
class FirstTouchTest {
  private static final String ITEM = """
      package shop;
      import java.util.function.Supplier;
      @io.alchemy.orm.Mapped
      public class Item extends Base<Long> {
        private String name;
        private Kind kind = Kind.BIG;
        enum Kind { BIG }
        static class Builder {
          private final Item made = new Item();
          Builder name(String name) { made.name = name; return this; }
          Item build() { return made; }
        }
        @io.alchemy.orm.Mapped
        static class Part extends Item { private int number; }
        public String read() { Supplier<String> lambda = () -> name; return lambda.get(); }
        public static Item of(String name) { return new Builder().name(name).build(); }
      }
      """;
  private static final String BASE = """
      package shop;
      public abstract class Base<T> {
        private T id;
        public T getId() { return id; }
        public void setId(T id) { this.id = id; }
      }
      """;
  private static final String USE = """
      package shop;
      import io.alchemy.orm.instrument.*;
      public class Use {
        public static void main(String[] arguments) {
          new io.alchemy.orm.Registry(new io.alchemy.schema.MetaData());
          System.out.print(run());
        }
        static Object run() {
          Item item = Item.of("a");
          Prepared prepared = (Prepared) (Object) item;
          InstanceState state = new InstanceState(prepared, null);
          state.lifecycle(Lifecycle.PERSISTENT);
          prepared.alchemy$state(state);
          item.setId(3L);
          state.markUnloaded(state.type().indexOf("name"));
          try {
            return item.read();
          } catch (io.alchemy.error.DetachedInstanceException e) {
            return state.isModified(state.type().indexOf("id")) + " " + PreparedClass.of(Item.Part.class).size();
          }
        }
      }
      """;

  @TempDir
  Path directory;

  static Stream<Arguments> compilers() {
    UnaryOperator<Project> eclipse = project -> project.by(new EclipseCompiler());
    UnaryOperator<Project> inMemory = project -> project.inMemory(InMemoryFiles::new);
    return Stream.of(
        Arguments.of("Eclipse's compiler", eclipse),
        Arguments.of("an in-memory builder", inMemory));
  }

  private Project project(UnaryOperator<Project> compiler) {
    Project project =
        compiler.apply(new Project(directory)).source(ITEM).source(BASE).source(USE);
    project.compile().orFail();
    return project;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compilers")
  void theRegistrysBeginningPreparesThem(String name, UnaryOperator<Project> compiler)
      throws Exception {
    Project project = project(compiler);
    ClassLoader loader = project.loader();
    Preparation.ensure(loader);

    assertThat(Project.run("shop.Use", loader)).isEqualTo("true 4");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compilers")
  void aPlainProgramNeedsNothingElse(String name, UnaryOperator<Project> compiler)
      throws Exception {
    assertThat(project(compiler).java("shop.Use")).isEqualTo("true 4");
  }

  @Test
  void theSecondTimeDoesNothing() throws Exception {
    ClassLoader loader =
        project(project -> project.inMemory(InMemoryFiles::new)).loader();
    Preparation.ensure(loader);
    Preparation.ensure(loader);

    assertThat(Project.run("shop.Use", loader)).isEqualTo("true 4");
  }

  @Test
  void aClassThatWasLoadedBeforeIsRefusedWithTheCures() throws Exception {
    ClassLoader loader =
        project(project -> project.inMemory(InMemoryFiles::new)).loader();
    Class<?> item = loader.loadClass("shop.Item");
    Preparation.ensure(loader);

    assertThat(Prepared.class.isAssignableFrom(item)).isFalse();
    assertThatThrownBy(() -> Preparation.require(item))
        .isInstanceOf(NotPreparedException.class)
        .hasMessageContaining("shop.Item")
        .hasMessageContaining("annotation processor path")
        .hasMessageContaining("first touched")
        .hasMessageContaining("-javaagent:alchemy-core.jar");
  }

  @Test
  void whatCannotBePreparedIsAnErrorThatNamesTheCure() {
    Project project = new Project(directory)
        .by(new EclipseCompiler())
        .source(
            "package shop; @io.alchemy.orm.Mapped\npublic class Item { private final int id = 1; }");
    Project.Result result = project.compile();

    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("Item.id is final", "remove final");
  }

  @Test
  void aClassOfTheIndexThatIsGoneIsPassedOver() throws Exception {
    Project project = project(each -> each.inMemory(InMemoryFiles::new));
    java.nio.file.Files.delete(project.classes.resolve("shop/Item$Part.class"));
    ClassLoader loader = project.loader();
    Preparation.ensure(loader);

    assertThat(Prepared.class.isAssignableFrom(loader.loadClass("shop.Item"))).isTrue();
  }
}
