package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.Prepared;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/** A Boot application prepares what its compiler did not, before anything of it is loaded. */
class MappedClassPreparationTests {
  private static final String ITEM = """
      package shop;
      @io.alchemy.orm.Mapped
      public class Item {
        private String name;
      }
      """;

  @TempDir
  Path directory;

  @Configuration(proxyBeanMethods = false)
  static class NoBeans {}

  private URLClassLoader item() throws IOException {
    return KeptClassFiles.compile(directory, "shop.Item", ITEM);
  }

  /** Starts an application that loads the mapped class as early as its own code can. */
  private static Class<?> loadedOnStart(ClassLoader loader) {
    SpringApplication application = new SpringApplication(NoBeans.class);
    application.setResourceLoader(new DefaultResourceLoader(loader));
    application.setWebApplicationType(WebApplicationType.NONE);
    List<Class<?>> loaded = new ArrayList<>();
    application.addInitializers(context -> {
      try {
        loaded.add(loader.loadClass("shop.Item"));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    });
    try (ConfigurableApplicationContext context = application.run()) {
      assertThat(context.isActive()).isTrue();
    }
    return loaded.get(0);
  }

  @Test
  void aClassThatTheCompilerDidNotPrepareIsPreparedBeforeTheApplicationLoadsIt() throws Exception {
    try (URLClassLoader loader = item();
        URLClassLoader untouched = item()) {
      assertThat(Prepared.class.isAssignableFrom(untouched.loadClass("shop.Item")))
          .isFalse();

      assertThat(Prepared.class.isAssignableFrom(loadedOnStart(loader))).isTrue();
    }
  }

  @Test
  void aRestartInANewClassLoaderPreparesAnew() throws Exception {
    try (URLClassLoader first = item();
        URLClassLoader second = item()) {
      Class<?> before = loadedOnStart(first);
      Class<?> after = loadedOnStart(second);

      assertThat(after).isNotSameAs(before);
      assertThat(Prepared.class.isAssignableFrom(after)).isTrue();
    }
  }
}
