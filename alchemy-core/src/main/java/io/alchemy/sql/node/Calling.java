package io.alchemy.sql.node;

import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two forms of a function call have in common: one is a number to Java, and its verbs give numbers. */
public sealed interface Calling extends Node permits FunctionCall, NumericCall {
  Call call();

  @Nullable
  SqlType<?> type();

  @Override
  default void shape(ShapeWriter to) {
    to.token(type()).child(call());
  }

  @Override
  default List<?> parts() {
    return call().parts();
  }
}
