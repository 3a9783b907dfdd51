package io.alchemy.spring.test;

import io.alchemy.engine.ExecutionListener;
import io.alchemy.spring.boot.EngineCustomizer;
import io.alchemy.spring.boot.RegistryCustomizer;
import io.alchemy.spring.boot.SessionMakerCustomizer;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.stereotype.Repository;

/** Leaves out all components but those of the slice. */
final class AlchemyTypeExcludeFilter
    extends StandardAnnotationCustomizableTypeExcludeFilter<AlchemyTest> {
  AlchemyTypeExcludeFilter(Class<?> testClass) {
    super(testClass);
  }

  @Override
  protected Set<Class<?>> getKnownIncludes() {
    return Set.of(
        RegistryCustomizer.class,
        SessionMakerCustomizer.class,
        EngineCustomizer.class,
        ExecutionListener.class,
        Repository.class);
  }
}
