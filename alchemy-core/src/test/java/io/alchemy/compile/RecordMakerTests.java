package io.alchemy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of an application that is a module. */
class RecordMakerTests {
  private static final Map<String, String> SOURCES = Map.of(
      "module-info.java",
      "module shop { exports shop.exported; opens shop.opened; }",
      "shop/exported/Line.java",
      "package shop.exported; public record Line(String name, int quantity) {}",
      "shop/exported/Hidden.java",
      "package shop.exported; record Hidden(String name, int quantity) {}",
      "shop/opened/Hidden.java",
      "package shop.opened; record Hidden(String name, int quantity) {}",
      "shop/closed/Line.java",
      "package shop.closed; public record Line(String name, int quantity) {}");

  private static ClassLoader shop = ClassLoader.getPlatformClassLoader();

  @BeforeAll
  static void compileTheModule(@TempDir Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    List<String> command = new ArrayList<>(List.of("-d", classes.toString()));
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      command.add(Files.writeString(file, source.getValue()).toString());
    }
    int failed = ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(System.out, System.err, command.toArray(String[]::new));
    assertThat(failed).isZero();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration found =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shop"));
    shop = boot.defineModulesWithOneLoader(found, null).findLoader("shop");
    // Loaded while the folder is there.
    SOURCES.keySet().stream().filter(s -> s.contains("/")).forEach(RecordMakerTests::load);
  }

  private static Class<?> load(String source) {
    try {
      return shop.loadClass(source.replace(".java", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Object made(String name, @Nullable Object... values) {
    return RecordMaker.of(load("shop." + name), List.of("name", "quantity")).make(values);
  }

  @Test
  void aPublicRecordOfAnExportedPackageNeedsNoOpens() {
    assertThat(made("exported.Line", "tea", 2)).hasToString("Line[name=tea, quantity=2]");
  }

  @Test
  void anyRecordOfAnOpenPackageIsMade() {
    assertThat(made("opened.Hidden", "tea", 2)).hasToString("Hidden[name=tea, quantity=2]");
  }

  @Test
  void aRecordThatIsOutOfReachIsRefusedWithTheCures() {
    for (String name : List.of("exported.Hidden", "closed.Line")) {
      String type = "shop." + name;
      assertThatThrownBy(() -> made(name, "tea", 2))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining(type)
          .hasMessageContaining("public")
          .hasMessageContaining("opens " + type.substring(0, type.lastIndexOf('.')));
    }
  }

  @Test
  void aNullIsNotMadeAPrimitive() {
    assertThatThrownBy(() -> made("exported.Line", "tea", null))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Line.quantity is null, which a primitive int cannot be");
  }
}
