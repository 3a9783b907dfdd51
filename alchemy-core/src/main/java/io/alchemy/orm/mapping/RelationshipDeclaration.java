package io.alchemy.orm.mapping;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Loading;
import io.alchemy.sql.Condition;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user said about one relationship. */
public final class RelationshipDeclaration {
  /** How the other side is named. */
  enum Other {
    NONE,
    /** It exists because this side says so. */
    BACKREF,
    /** It is declared by itself, and names this side. */
    BACK_POPULATES,
    /** It is declared by itself, and this side (JPA's {@code mappedBy}) takes its join from it. */
    MAPPED_BY
  }

  private final String key;
  private final Class<?> target;
  private Other other = Other.NONE;
  private @Nullable String otherKey;
  private @Nullable DmlTarget secondary;
  private final List<Ordering> orderBy = new ArrayList<>();
  private @Nullable Condition primaryJoin;
  private @Nullable Condition secondaryJoin;
  private final List<Expression<?>> foreignKeys = new ArrayList<>();
  private final List<Expression<?>> remoteSide = new ArrayList<>();
  private Set<Cascade> cascades = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
  private Loading loading = Loading.BATCH;
  private boolean viewOnly;
  private boolean passiveDeletes;
  private boolean singleParent;
  private @Nullable String mapKey;

  RelationshipDeclaration(String key, Class<?> target) {
    this.key = key;
    this.target = target;
  }

  public void backref(String otherKey) {
    other = Other.BACKREF;
    this.otherKey = otherKey;
  }

  public void backPopulates(String otherKey) {
    other = Other.BACK_POPULATES;
    this.otherKey = otherKey;
  }

  /** The join is the other side's, mirrored. */
  public void mappedBy(String otherKey) {
    other = Other.MAPPED_BY;
    this.otherKey = otherKey;
  }

  public void secondary(DmlTarget linkTable) {
    secondary = linkTable;
  }

  public void orderBy(Ordering... order) {
    orderBy.addAll(List.of(order));
  }

  public void primaryJoin(Condition on) {
    primaryJoin = on;
  }

  public void secondaryJoin(Condition on) {
    secondaryJoin = on;
  }

  public void foreignKeys(Expression<?>... columns) {
    foreignKeys.addAll(List.of(columns));
  }

  public void remoteSide(Expression<?>... columns) {
    remoteSide.addAll(List.of(columns));
  }

  /** Exactly these; {@link Cascade#ALL} is all but delete-orphan, and delete-orphan includes delete. */
  public void cascade(Collection<Cascade> given) {
    cascades = EnumSet.noneOf(Cascade.class);
    for (Cascade cascade : given) {
      switch (cascade) {
        case ALL ->
          cascades.addAll(EnumSet.of(
              Cascade.SAVE_UPDATE,
              Cascade.MERGE,
              Cascade.EXPUNGE,
              Cascade.REFRESH_EXPIRE,
              Cascade.DELETE));
        case DELETE_ORPHAN -> {
          cascades.add(Cascade.DELETE);
          cascades.add(Cascade.DELETE_ORPHAN);
        }
        default -> cascades.add(cascade);
      }
    }
  }

  public void lazy(Loading policy) {
    loading = policy;
  }

  public void viewOnly() {
    viewOnly = true;
  }

  public void passiveDeletes() {
    passiveDeletes = true;
  }

  /** A member has one parent at most, which is what delete-orphan needs where no foreign key says so. */
  public void singleParent() {
    singleParent = true;
  }

  /** The attribute of a member that is its key in a map. */
  public void mapKey(String attribute) {
    mapKey = attribute;
  }

  @Nullable
  String mapKey() {
    return mapKey;
  }

  String key() {
    return key;
  }

  Class<?> target() {
    return target;
  }

  Other other() {
    return other;
  }

  @Nullable
  String otherKey() {
    return otherKey;
  }

  @Nullable
  DmlTarget secondary() {
    return secondary;
  }

  List<Ordering> orderBy() {
    return orderBy;
  }

  @Nullable
  Condition primaryJoin() {
    return primaryJoin;
  }

  @Nullable
  Condition secondaryJoin() {
    return secondaryJoin;
  }

  List<Expression<?>> foreignKeys() {
    return foreignKeys;
  }

  List<Expression<?>> remoteSide() {
    return remoteSide;
  }

  Set<Cascade> cascades() {
    return cascades;
  }

  Loading loading() {
    return loading;
  }

  boolean isViewOnly() {
    return viewOnly;
  }

  boolean isPassiveDeletes() {
    return passiveDeletes;
  }

  boolean isSingleParent() {
    return singleParent;
  }
}
