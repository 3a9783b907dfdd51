package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.ColumnName;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.Setting;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.sql.node.UpdateSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code UPDATE table SET … WHERE …}. Immutable: every method gives a new statement.
 *
 * <p>Columns are set in the order in which they were given; those with an onUpdate default join them.
 */
@CheckReturnValue
public final class Update implements Executable<Void>, Node {
  private final UpdateSpec spec;

  private Update(UpdateSpec spec) {
    this.spec = spec;
  }

  /** A statement of its parts, for whoever changes statements; users start with {@link Sql#update}. */
  public static Update of(UpdateSpec spec) {
    return new Update(spec);
  }

  /** Its parts. */
  public UpdateSpec spec() {
    return spec;
  }

  /** {@code SET column = value}; null is written as NULL. */
  public <T extends @Nullable Object> Update set(Assignable<T> column, @Nullable T value) {
    return with(Values.value(column, value));
  }

  /** {@code SET column = value}, computed by the database. */
  public <T extends @Nullable Object> Update set(
      Assignable<T> column, Expression<? extends T> value) {
    return with(new Setting(column, value));
  }

  /** {@code SET column = NULL}. */
  public Update setNull(Assignable<?> column) {
    return with(Values.value(column, null));
  }

  /** Sets columns by name; an unknown name is an error when the statement is compiled. */
  public Update values(Map<String, ?> values) {
    Update changed = this;
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      ColumnName column = new ColumnName(entry.getKey());
      changed = changed.with(
          entry.getValue() instanceof Expression<?> expression
              ? new Setting(column, expression)
              : Values.value(column, entry.getValue()));
    }
    return changed;
  }

  private Update with(Setting setting) {
    return new Update(spec.withSettings(Setting.with(spec.settings(), setting)));
  }

  /** {@code FROM first, more}: row sources that {@link #set} and {@link #where} may use. */
  public Update from(From first, From... more) {
    List<From> froms = new ArrayList<>(spec.froms());
    froms.add(first);
    froms.addAll(Operands.<From>present("from", Arrays.asList(more)));
    return new Update(spec.withFroms(froms));
  }

  /**
   * {@code WHERE} all of the conditions, beside those given before.
   *
   * @throws ArgumentException when that is no condition at all, since every row would be updated: an {@code or(…)} of a list
   *     that turned out empty. For every row leave {@code where(…)} out, or say {@link Sql#always()}.
   */
  public Update where(Condition... conditions) {
    return new Update(spec.withWhere(Operands.narrowed("UPDATE", spec.where(), conditions)));
  }

  /** {@code RETURNING one}. */
  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    return new Returning<>(this, List.of(one), true);
  }

  /** {@code RETURNING first, second, more}. */
  public Executable<Row> returning(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return new Returning<>(this, Calls.list(first, second, more), false);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.child(spec);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Update that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
