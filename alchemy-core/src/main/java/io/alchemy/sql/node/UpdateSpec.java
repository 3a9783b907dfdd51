package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.From;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that an UPDATE is made of. */
public record UpdateSpec(
    DmlTarget target,
    List<Setting> settings,
    List<From> froms,
    @Nullable Condition where) implements Node {
  public UpdateSpec withSettings(List<Setting> changed) {
    return new UpdateSpec(target, List.copyOf(changed), froms, where);
  }

  public UpdateSpec withFroms(List<From> changed) {
    return new UpdateSpec(target, settings, List.copyOf(changed), where);
  }

  public UpdateSpec withWhere(@Nullable Condition changed) {
    return new UpdateSpec(target, settings, froms, changed);
  }

  public UpdateSpec withTarget(DmlTarget changed) {
    return new UpdateSpec(changed, settings, froms, where);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(UpdateSpec.class).child(target).children(settings).children(froms).child(where);
  }
}
