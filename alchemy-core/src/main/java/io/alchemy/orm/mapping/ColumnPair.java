package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;

/** Two columns that a relationship equates: one on the near side, one on the far side. */
public record ColumnPair(Column<?> near, Column<?> far) {}
