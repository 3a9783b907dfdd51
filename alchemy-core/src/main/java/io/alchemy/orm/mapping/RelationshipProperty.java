package io.alchemy.orm.mapping;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Loading;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Ordering;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configured relationship.
 *
 * <p>{@link #pairs} equate owner columns (near) with target columns (far). With a link table, {@link #pairs} equate
 * owner columns with link columns, and {@link #secondaryPairs} link columns (near) with target columns (far). A one-to-one
 * is a one-to-many whose end is a reference, or a many-to-one.
 */
public final class RelationshipProperty implements Property {
  private final Mapper<?> owner;
  private final Mapper<?> target;
  private final RelationshipEnd end;
  private final Direction direction;
  private final List<ColumnPair> pairs;
  private final List<ColumnPair> secondaryPairs;
  private final @Nullable Table secondary;
  private final @Nullable Condition criterion;
  private final List<Ordering> orderBy;
  private final Set<Cascade> cascades;
  private final Loading loading;
  private final boolean viewOnly;
  private final boolean passiveDeletes;
  private @Nullable RelationshipProperty inverse;

  RelationshipProperty(
      Mapper<?> owner,
      Mapper<?> target,
      RelationshipEnd end,
      Direction direction,
      List<ColumnPair> pairs,
      @Nullable Table secondary,
      List<ColumnPair> secondaryPairs,
      @Nullable Condition criterion,
      List<Ordering> orderBy,
      Set<Cascade> cascades,
      Loading loading,
      boolean viewOnly,
      boolean passiveDeletes) {
    this.owner = owner;
    this.target = target;
    this.end = end;
    this.direction = direction;
    this.pairs = List.copyOf(pairs);
    this.secondary = secondary;
    this.secondaryPairs = List.copyOf(secondaryPairs);
    this.criterion = criterion;
    this.orderBy = List.copyOf(orderBy);
    this.cascades = Set.copyOf(cascades);
    this.loading = loading;
    this.viewOnly = viewOnly;
    this.passiveDeletes = passiveDeletes;
  }

  @Override
  public String key() {
    return end.name();
  }

  @Override
  public int attribute() {
    return end.attribute();
  }

  public Mapper<?> owner() {
    return owner;
  }

  public Mapper<?> target() {
    return target;
  }

  /** The same relationship as instances see it. */
  public RelationshipEnd end() {
    return end;
  }

  public Direction direction() {
    return direction;
  }

  public boolean isCollection() {
    return end.isCollection();
  }

  public List<ColumnPair> pairs() {
    return pairs;
  }

  /** The link table of a many-to-many. */
  public @Nullable Table secondary() {
    return secondary;
  }

  public List<ColumnPair> secondaryPairs() {
    return secondaryPairs;
  }

  /** What the user's own join condition says beyond the pairs; null where there is nothing. */
  public @Nullable Condition criterion() {
    return criterion;
  }

  public List<Ordering> orderBy() {
    return orderBy;
  }

  /** Which session operations follow the relationship; never {@link Cascade#ALL}, which is spelt out. */
  public boolean cascades(Cascade cascade) {
    return cascades.contains(cascade);
  }

  public Loading loading() {
    return loading;
  }

  public boolean isViewOnly() {
    return viewOnly;
  }

  public boolean isPassiveDeletes() {
    return passiveDeletes;
  }

  /** The other side; null for a relationship of one side. */
  public @Nullable RelationshipProperty inverse() {
    return inverse;
  }

  void inverse(RelationshipProperty other) {
    inverse = other;
  }

  @Override
  public String toString() {
    return owner.type().getSimpleName() + "." + key();
  }
}
