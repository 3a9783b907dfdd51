package io.alchemy.spring.boot;

import io.alchemy.engine.Engine;

/** Changes how the engine is made, after the properties were applied. Beans of this type are called in their order. */
@FunctionalInterface
public interface EngineCustomizer {
  void customize(Engine.Builder builder);
}
