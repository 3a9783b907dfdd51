package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Registry;
import io.alchemy.spring.wiki.Label;
import io.alchemy.spring.wiki.WikiApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Which annotated classes an application maps. */
class MappedClassScannerTests {
  private final ApplicationContextRunner context = Runners.application();

  @Configuration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackageClasses = WikiApplication.class)
  static class InWikiPackage {}

  @Test
  void annotatedClassesOfTheApplicationsPackageAreMapped() {
    context
        .withUserConfiguration(InWikiPackage.class)
        .run(application -> assertThat(
                application.getBean(Registry.class).table(Label.class).name())
            .isEqualTo("label"));
  }

  @Configuration(proxyBeanMethods = false)
  @EntityScan(basePackageClasses = WikiApplication.class)
  static class ScansWikiPackage {}

  @Test
  void entityScanSaysWhereAnnotatedClassesAre() {
    context
        .withUserConfiguration(ScansWikiPackage.class)
        .run(application -> assertThat(
                application.getBean(Registry.class).table(Label.class).name())
            .isEqualTo("label"));
  }
}
