package io.alchemy.engine;

import org.jspecify.annotations.Nullable;

@FunctionalInterface
public interface WorkResult<C, T extends @Nullable Object> {
  T run(C with) throws Exception;
}
