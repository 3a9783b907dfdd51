package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.DeleteSpec;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.ShapeWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code DELETE FROM table WHERE …}. Immutable: every method gives a new statement. */
@CheckReturnValue
public final class Delete implements Executable<Void>, Node {
  private final DeleteSpec spec;

  private Delete(DeleteSpec spec) {
    this.spec = spec;
  }

  /** A statement of its parts, for whoever changes statements; users start with {@link Sql#delete}. */
  public static Delete of(DeleteSpec spec) {
    return new Delete(spec);
  }

  /** Its parts. */
  public DeleteSpec spec() {
    return spec;
  }

  /** {@code USING first, more}: row sources that {@link #where} may use. An EXISTS where the database has no USING. */
  public Delete using(From first, From... more) {
    List<From> using = new ArrayList<>(spec.using());
    using.add(first);
    using.addAll(Operands.<From>present("using", Arrays.asList(more)));
    return new Delete(spec.withUsing(using));
  }

  /**
   * {@code WHERE} all of the conditions, beside those given before.
   *
   * @throws ArgumentException when that is no condition at all, since every row would be deleted: an {@code or(…)} of a list
   *     that turned out empty. For every row leave {@code where(…)} out, or say {@link Sql#always()}.
   */
  public Delete where(Condition... conditions) {
    return new Delete(spec.withWhere(Operands.narrowed("DELETE", spec.where(), conditions)));
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
    return other instanceof Delete that && spec.equals(that.spec);
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
