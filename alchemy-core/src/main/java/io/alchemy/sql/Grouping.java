package io.alchemy.sql;
/** A GROUP BY element: an expression, rollup(…), cube(…). */
public interface Grouping {}
