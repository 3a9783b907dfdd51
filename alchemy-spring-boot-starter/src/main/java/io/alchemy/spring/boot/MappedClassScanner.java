package io.alchemy.spring.boot;

import jakarta.persistence.Entity;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/**
 * Finds the classes that declare their own mapping, in the packages of {@code @EntityScan} or else in those of the application.
 * A class that is only {@code @Mapped} declares none: a {@link RegistryCustomizer} maps it.
 */
class MappedClassScanner extends EntityScanner {
  MappedClassScanner(ApplicationContext context) {
    super(context);
  }

  /** The classes, in the order of their names: the same one on every start. */
  Class<?>[] scan() {
    try {
      return scan(Entity.class).stream()
          .sorted(Comparator.comparing(Class::getName))
          .toArray(Class<?>[]::new);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("A mapped class was found, but could not be loaded", e);
    }
  }

  @Override
  protected ClassPathScanningCandidateComponentProvider
      createClassPathScanningCandidateComponentProvider(ApplicationContext context) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isIndependent();
          }
        };
    scanner.setEnvironment(context.getEnvironment());
    scanner.setResourceLoader(context);
    return scanner;
  }
}
