package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.InsertSpec.Conflict;
import io.alchemy.sql.node.UpdateSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an INSERT does with a row whose key is there already. */
@CheckReturnValue
public final class OnConflict {
  private final Insert insert;
  private final List<Assignable<?>> key;

  OnConflict(Insert insert, List<Assignable<?>> key) {
    this.insert = insert;
    this.key = key;
  }

  /** {@code DO NOTHING}. Without a key it stands for any conflict. */
  public Insert doNothing() {
    return with(new Conflict(key, null, List.of()));
  }

  /** {@code DO UPDATE SET column = excluded.column} for these columns; none named: for all inserted but the key. */
  public Insert doUpdate(Assignable<?>... columns) {
    List<Assignable<?>> proposed = Operands.present("doUpdate", Arrays.asList(columns));
    return with(new Conflict(requireKey(), nothingSet(), proposed.isEmpty() ? null : proposed));
  }

  /** {@code DO UPDATE SET … WHERE …}: what {@code update} sets, where its conditions hold. */
  public Insert doUpdate(UnaryOperator<Update> update) {
    UpdateSpec spec = update.apply(Update.of(nothingSet())).spec();
    if (spec.settings().isEmpty()) {
      throw new ArgumentException("doUpdate(u -> …) sets nothing: use u.set(…), or doNothing()");
    }
    if (!spec.froms().isEmpty()) {
      throw new ArgumentException("doUpdate(u -> …) cannot have from(…)");
    }
    return with(new Conflict(requireKey(), spec, List.of()));
  }

  private List<Assignable<?>> requireKey() {
    if (key.isEmpty()) {
      throw new ArgumentException(
          "onConflict() without columns can only doNothing(); name the key that doUpdate is for");
    }
    return key;
  }

  private UpdateSpec nothingSet() {
    return new UpdateSpec(insert.spec().target(), List.of(), List.of(), null);
  }

  private Insert with(Conflict conflict) {
    return Insert.of(insert.spec().withConflict(conflict));
  }
}
