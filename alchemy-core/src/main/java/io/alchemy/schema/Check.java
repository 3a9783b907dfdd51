package io.alchemy.schema;

import io.alchemy.sql.Condition;
import org.jspecify.annotations.Nullable;

/** {@code CHECK (condition)}: rows for which it is false are refused. Values in it are written as literals. */
public final class Check extends Constraint {
  private final Condition condition;

  private Check(@Nullable String name, Condition condition) {
    super(name);
    this.condition = condition;
  }

  public static Check of(Condition condition) {
    return new Check(null, condition);
  }

  public Check named(String name) {
    return new Check(name, condition);
  }

  public Condition condition() {
    return condition;
  }

  @Override
  public String toString() {
    return "CHECK (" + condition + ")";
  }
}
