package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.orm.instrument.Agent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent, in JVMs of its own: for classes that nothing else prepared, and too late for the other doors. */
class AgentTest {
  @TempDir
  Path directory;

  private static final String USE = """
      package shop;
      import io.alchemy.orm.instrument.*;
      public class Use {
        static Item early = new Item();
        public static void main(String[] arguments) throws Exception {
          PreparedClass type = PreparedClass.of(Item.class);
          Prepared prepared = (Prepared) (Object) early;
          InstanceState state = new InstanceState(prepared, null);
          state.lifecycle(Lifecycle.PERSISTENT);
          prepared.alchemy$state(state);
          early.change();
          new Item.Helper().change(early);
          System.out.print(type.size() + " " + state.committed(0) + " " + state.committed(1));
        }
      }
      """;
  private static final String ITEM = """
      package shop;
      @io.alchemy.orm.Mapped
      public class Item extends Base {
        private String name = "a";
        void change() { touch(); }
        static class Helper { void change(Item item) { item.name = "b"; } }
      }
      """;
  private static final String BASE = """
      package shop;
      class Base {
        private int touched = 1;
        void touch() { touched++; }
      }
      """;

  private Project unprepared() {
    Project project = new Project(directory).with("-proc:none");
    project.source(ITEM).source(BASE).source(USE).compile().orFail();
    return project;
  }

  @Test
  void preparesWhateverIsLoaded() throws Exception {
    assertThat(unprepared().java("shop.Use", "-javaagent:" + agentJar())).isEqualTo("2 1 a");
  }

  @Test
  void leavesPreparedClassesAlone() throws Exception {
    Project project = new Project(directory);
    project.source(ITEM).source(BASE).source(USE).compile().orFail();

    assertThat(project.java("shop.Use", "-javaagent:" + agentJar())).isEqualTo("2 1 a");
  }

  @Test
  void saysWhyAClassCouldNotBePrepared() throws Exception {
    Project project = new Project(directory).by(new EclipseCompiler()).with("-proc:none");
    project.source("""
            package shop;
            @io.alchemy.orm.Mapped
            public class Item { private final int id = 1; }
            """).source("""
            package shop;
            public class Use {
              public static void main(String[] arguments) {
                try {
                  io.alchemy.orm.instrument.Preparation.require(Item.class);
                } catch (io.alchemy.error.NotPreparedException e) {
                  System.out.print(e.getMessage());
                }
              }
            }
            """).compile().orFail();

    assertThat(project.java("shop.Use", "-javaagent:" + agentJar()))
        .contains("shop.Item.id is final");
  }

  /** As beside the one jar of a Spring Boot application, whose libraries only its own class loader sees. */
  @Test
  void anApplicationThatHidesItsLibrariesIsRefusedAtItsStartWithTheCure() {
    Project project = unprepared();

    assertThatThrownBy(() -> project.java(
            List.of("-javaagent:" + agentJar(), "-cp", project.classes.toString(), "shop.Use")))
        .hasMessageContaining("does not find org.objectweb.asm.ClassReader")
        .hasMessageContaining("-Djarmode=tools")
        .hasMessageContaining("-javaagent:app/lib/alchemy-core.jar");
  }

  /** A debugger gives the JVM the bytes that a compiler just wrote, unprepared. */
  @Test
  void aRedefinedClassKeepsWhatWasAdded() throws Exception {
    Project project = new Project(directory).with("-proc:none");
    project.source(ITEM).source(BASE).source("""
            package shop;
            import java.lang.instrument.*;
            public class Use {
              static Instrumentation tools;
              public static void premain(String arguments, Instrumentation given) { tools = given; }
              public static void main(String[] arguments) throws Exception {
                Item item = new Item();
                byte[] bytes = Use.class.getResourceAsStream("Item.class").readAllBytes();
                tools.redefineClasses(new ClassDefinition(Item.class, bytes));
                item.change();
                System.out.print(io.alchemy.orm.instrument.PreparedClass.of(Item.class).size());
              }
            }
            """).compile().orFail();
    Path debugger = jar("debugger.jar", "shop.Use", null);

    assertThat(project.java("shop.Use", "-javaagent:" + agentJar(), "-javaagent:" + debugger))
        .isEqualTo("2");
  }

  /** The jar as Maven builds it: the classes of alchemy-core, with the agent in the manifest. */
  private Path agentJar() throws IOException, URISyntaxException {
    Path home =
        Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.isDirectory(home) ? jar("alchemy-core.jar", Agent.class.getName(), home) : home;
  }

  private Path jar(String name, String agent, @Nullable Path classes) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", agent);
    attributes.putValue("Can-Redefine-Classes", "true");
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      if (classes != null) {
        try (Stream<Path> files = Files.walk(classes)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            entries.putNextEntry(
                new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, entries);
            entries.closeEntry();
          }
        }
      }
    }
    return jar;
  }
}
