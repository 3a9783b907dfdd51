package io.alchemy.schema;
/** What a table is made of: columns, constraints, indexes. */
public interface SchemaItem {}
