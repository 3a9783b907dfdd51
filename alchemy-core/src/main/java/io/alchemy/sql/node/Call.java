package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function call: what the typed forms of it have in common.
 *
 * @param star whether {@code *} stands for the arguments
 */
public record Call(
    String name,
    List<Expression<?>> arguments,
    boolean star,
    boolean distinct,
    @Nullable Condition filter,
    List<Ordering> withinGroup,
    @Nullable Window over)
    implements Node {
  public static Call of(String name, List<Expression<?>> arguments) {
    return new Call(name, arguments, false, false, null, List.of(), null);
  }

  public Call asDistinct() {
    return new Call(name, arguments, star, true, filter, withinGroup, over);
  }

  public Call filtered(Condition condition) {
    if (condition instanceof Junction junction && junction.isEmpty()) {
      return this;
    }
    Condition both = filter == null ? condition : Junction.and(filter, condition);
    return new Call(name, arguments, star, distinct, both, withinGroup, over);
  }

  public Call within(List<Ordering> order) {
    return new Call(name, arguments, star, distinct, filter, order, over);
  }

  public Call over(Window window) {
    return new Call(name, arguments, star, distinct, filter, withinGroup, window);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Call.class).token(name).token(star).token(distinct);
    to.children(arguments).child(filter).children(withinGroup).child(over);
  }

  @Override
  public List<?> parts() {
    List<Object> parts = new ArrayList<>(arguments);
    if (filter != null) {
      parts.add(filter);
    }
    parts.addAll(withinGroup);
    if (over != null) {
      parts.add(over);
    }
    return parts;
  }
}
