package io.alchemy.spring.boot;

import io.alchemy.orm.Registry;

/**
 * Adds imperative mappings to the registry of an application. Beans of this type are called in their order, after the
 * annotated classes were mapped and before the mapping is checked as a whole.
 */
@FunctionalInterface
public interface RegistryCustomizer {
  void customize(Registry registry);
}
