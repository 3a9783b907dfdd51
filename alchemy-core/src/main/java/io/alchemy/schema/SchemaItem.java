package io.alchemy.schema;

/** What a table is made of: columns, constraints, indexes. */
public sealed interface SchemaItem permits Column, Constraint, Index {}
