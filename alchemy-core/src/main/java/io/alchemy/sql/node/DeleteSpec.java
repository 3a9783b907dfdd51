package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.From;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a DELETE is made of. */
public record DeleteSpec(
    DmlTarget target, List<From> using, @Nullable Condition where) implements Node {
  public DeleteSpec withUsing(List<From> changed) {
    return new DeleteSpec(target, List.copyOf(changed), where);
  }

  public DeleteSpec withWhere(@Nullable Condition changed) {
    return new DeleteSpec(target, using, changed);
  }

  public DeleteSpec withTarget(DmlTarget changed) {
    return new DeleteSpec(changed, using, where);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(DeleteSpec.class).child(target).children(using).child(where);
  }
}
