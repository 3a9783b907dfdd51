package io.alchemy.sql;

/** Where a window's frame begins or ends: {@code Sql.preceding(6)}, {@code Sql.currentRow()}. */
public interface FrameBound {}
