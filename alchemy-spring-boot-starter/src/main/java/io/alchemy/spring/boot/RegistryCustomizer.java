package io.alchemy.spring.boot;

import io.alchemy.orm.Registry;

/**
 * Adds imperative mappings to the registry of an application. Beans of this type are called in their order; then the annotated
 * classes are mapped, which may refer to these, and all mappings are checked as a whole.
 */
@FunctionalInterface
public interface RegistryCustomizer {
  void customize(Registry registry);
}
