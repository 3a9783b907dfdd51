package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Printer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code a AND b AND c}, or with OR: one node however many there are.
 *
 * <p>It is kept as a chain, so that adding one to twenty thousand costs one small object; nothing here recurses along
 * the chain.
 */
public final class Junction implements Condition, Node {
  private static final Junction ALL = new Junction(true, null, null, 0);
  private static final Junction ANY = new Junction(false, null, null, 0);

  private final boolean conjunction;
  private final @Nullable Junction before;
  private final @Nullable Condition last;
  private final int size;
  private volatile Condition @Nullable [] items;

  private Junction(
      boolean conjunction, @Nullable Junction before, @Nullable Condition last, int size) {
    this.conjunction = conjunction;
    this.before = before;
    this.last = last;
    this.size = size;
  }

  public static Condition and(Condition first, Condition second) {
    return empty(true).with(first).with(second).collapsed();
  }

  public static Condition or(Condition first, Condition second) {
    return empty(false).with(first).with(second).collapsed();
  }

  /** All of them joined: none gives an empty junction that every statement ignores, one gives itself. */
  public static Condition of(boolean conjunction, Collection<? extends Condition> conditions) {
    Junction all = empty(conjunction);
    for (Condition condition : conditions) {
      all = all.with(condition);
    }
    return all.collapsed();
  }

  private static Junction empty(boolean conjunction) {
    return conjunction ? ALL : ANY;
  }

  private Junction with(Condition condition) {
    if (condition instanceof Junction junction) {
      if (junction.size == 0) {
        return this;
      }
      if (junction.conjunction == conjunction) {
        if (size == 0) {
          return junction;
        }
        Junction all = this;
        for (Condition item : junction.items()) {
          all = all.with(item);
        }
        return all;
      }
    }
    if (condition instanceof BooleanConstant constant) {
      if (constant.value() == conjunction) {
        return size == 0 ? new Junction(conjunction, null, constant, 1) : this;
      }
      return new Junction(conjunction, null, constant, 1);
    }
    if (size == 1 && last instanceof BooleanConstant constant) {
      return constant.value() == conjunction ? new Junction(conjunction, null, condition, 1) : this;
    }
    return new Junction(conjunction, size == 0 ? null : this, condition, size + 1);
  }

  private Condition collapsed() {
    return size == 1 && last != null ? last : this;
  }

  /** The opposite of no condition is none either. */
  @Override
  public Condition not() {
    return isEmpty() ? this : Condition.super.not();
  }

  /** Whether it joins with AND. */
  public boolean isConjunction() {
    return conjunction;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The conditions in the order in which they were added. */
  public List<Condition> conditions() {
    return List.of(items());
  }

  private Condition[] items() {
    Condition[] found = items;
    if (found == null) {
      found = collected();
      items = found;
    }
    return found;
  }

  private Condition[] collected() {
    Condition[] found = new Condition[size];
    Junction link = this;
    for (int i = size - 1; i >= 0 && link != null; i--) {
      if (link.last != null) {
        found[i] = link.last;
      }
      link = link.before;
    }
    return found;
  }

  /** Most are looked at just once, here: to remember the array, for other threads too, took longer than to make it. */
  @Override
  public void shape(ShapeWriter to) {
    to.token(conjunction ? Precedence.AND : Precedence.OR).token(size);
    Condition[] known = items;
    for (Condition item : known == null ? collected() : known) {
      to.child(item);
    }
  }

  @Override
  public List<?> parts() {
    return conditions();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Junction that
        && conjunction == that.conjunction
        && size == that.size
        && Arrays.equals(items(), that.items());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items()) * 2 + (conjunction ? 1 : 0);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
