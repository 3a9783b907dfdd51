package io.alchemy.sql.node;

import io.alchemy.sql.Case;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CASE WHEN … THEN … ELSE … END}. */
public record CaseWhen<T extends @Nullable Object>(
    List<Branch> branches,
    @Nullable Expression<?> otherwise,
    @Nullable SqlType<T> type) implements Case<T>, Node {
  /** {@code WHEN condition THEN value}. */
  public record Branch(Condition condition, Expression<?> value) {}

  @Override
  public Case<T> when(Condition condition, T value) {
    return when(new Branch(condition, new BindValue<>(type, value)));
  }

  @Override
  public Case<T> when(Condition condition, Expression<? extends T> value) {
    return when(new Branch(condition, value));
  }

  private Case<T> when(Branch branch) {
    List<Branch> more = new ArrayList<>(branches);
    more.add(branch);
    return new CaseWhen<>(List.copyOf(more), otherwise, type);
  }

  @Override
  public Expression<T> otherwise(T value) {
    return new CaseWhen<>(branches, new BindValue<>(type, value), type);
  }

  @Override
  public Expression<T> otherwise(Expression<? extends T> value) {
    return new CaseWhen<>(branches, value, type);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(CaseWhen.class).token(branches.size());
    for (Branch branch : branches) {
      to.child(branch.condition).child(branch.value);
    }
    to.child(otherwise);
  }

  @Override
  public List<?> parts() {
    List<Object> parts = new ArrayList<>();
    for (Branch branch : branches) {
      parts.add(branch.condition);
      parts.add(branch.value);
    }
    if (otherwise != null) {
      parts.add(otherwise);
    }
    return parts;
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
