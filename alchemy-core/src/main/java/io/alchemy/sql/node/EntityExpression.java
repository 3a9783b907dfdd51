package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import org.jspecify.annotations.Nullable;

/** An expression that names a mapped class's attribute: the compiler asks the registry what it stands for. */
public interface EntityExpression<T extends @Nullable Object> extends Expression<T>, Node {}
