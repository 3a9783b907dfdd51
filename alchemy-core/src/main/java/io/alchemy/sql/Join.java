package io.alchemy.sql;

public interface Join extends From, Selectable<Row> {}
