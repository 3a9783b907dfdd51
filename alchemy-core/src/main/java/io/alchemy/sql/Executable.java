package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** A statement; R is what one row of its result is. */
public interface Executable<R extends @Nullable Object> {}
