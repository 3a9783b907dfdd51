package io.alchemy.sql;

/** Two row sources joined; selected, it gives the columns of both. */
public interface Join extends From, Selectable<Row> {}
