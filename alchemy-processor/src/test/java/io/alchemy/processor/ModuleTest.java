package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's named module, which opens nothing and requires nothing but Alchemy. */
class ModuleTest {
  private static final String MODULE_PATH = Arrays.stream(
          System.getProperty("java.class.path").split(File.pathSeparator))
      .filter(entry -> Stream.of(
              "alchemy-core", "HikariCP", "slf4j-api", "jspecify", "jakarta.persistence", "/asm-")
          .anyMatch(entry::contains))
      .collect(Collectors.joining(File.pathSeparator));

  @TempDir
  Path directory;

  static Stream<Arguments> builders() {
    UnaryOperator<Project> javac = project -> project;
    UnaryOperator<Project> inMemory = project -> project.inMemory(InMemoryFiles::new);
    return Stream.of(Arguments.of("javac", javac), Arguments.of("an in-memory builder", inMemory));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builders")
  void itsMappedClassesArePrepared(String name, UnaryOperator<Project> builder) throws Exception {
    Project project = builder
        .apply(new Project(directory))
        .with("--module-path", MODULE_PATH)
        .file("module-info.java", "module shop { requires io.alchemy.core; }")
        .source("""
                package shop.internal;
                @io.alchemy.orm.Mapped
                public class Item { private String name; private int price; }
                """)
        .source("""
                package shop;
                public class Use {
                  public static void main(String[] arguments) {
                    new io.alchemy.orm.Registry(new io.alchemy.schema.MetaData());
                    System.out.println(shop.internal.Item_.name.key()
                        + io.alchemy.orm.instrument.PreparedClass.of(shop.internal.Item.class).size());
                  }
                }
                """);
    project.compile().orFail();

    assertThat(project.java(List.of(
            "--module-path",
            project.classes + File.pathSeparator + MODULE_PATH,
            "--module",
            "shop/shop.Use")))
        .contains("name2");
  }
}
