package io.alchemy.sql;

/** A GROUP BY element: an expression, or {@link Sql#rollup rollup(…)}. */
public interface Grouping {}
