package io.alchemy.orm.mapping;

import static io.alchemy.orm.mapping.RelationshipJoin.and;
import static io.alchemy.orm.mapping.RelationshipJoin.equal;

import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.TableAlias;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL condition behind a condition on a relationship. */
final class RelationshipTest {
  private static final ColumnSource ITSELF = column -> column;

  private final RelationshipProperty relationship;
  private final RelationshipCondition condition;
  private final ColumnSource near;
  private final boolean aliased;

  RelationshipTest(RelationshipProperty relationship, RelationshipCondition condition) {
    this.relationship = relationship;
    this.condition = condition;
    EntityAlias from = condition.relationship().from();
    this.near = ColumnSource.of(from == null ? null : from.alias());
    this.aliased = from != null;
  }

  Condition resolve() {
    boolean manyToOne = relationship.direction() == Direction.MANY_TO_ONE;
    return switch (condition.test()) {
      case SOME -> some(condition.conditions());
      case NONE -> manyToOne ? foreignKeyIsNull() : some(List.of()).not();
      case PRESENT -> manyToOne ? foreignKeyIsNotNull() : some(List.of());
      case IS -> manyToOne ? foreignKeyIs(member()) : has(member());
      case IS_NOT ->
        manyToOne
            ? Sql.or(not(foreignKeyIs(member())), foreignKeyIsNull())
            : has(member()).not();
      case CONTAINS -> has(member());
      case IS_ONE_OF -> oneOf(Objects.requireNonNull(condition.members()));
    };
  }

  private BindValue<Object> member() {
    return Objects.requireNonNull(condition.member());
  }

  // ---- EXISTS

  /** {@code EXISTS (SELECT 1 FROM target WHERE target.fk = owner.pk AND …)}, by a link table where there is one. */
  private Condition some(List<Condition> conditions) {
    Table target = relationship.target().table();
    boolean shadows = !aliased && target == relationship.owner().table();
    Alias far = shadows ? TableAlias.anonymous(target) : null;
    Table link = relationship.secondary();
    List<Condition> where = new ArrayList<>();
    From from;
    if (link == null) {
      from = far == null ? target : far;
      where.addAll(equal(near, ColumnSource.of(far), relationship.pairs()));
    } else {
      where.addAll(equal(near, ITSELF, relationship.pairs()));
      Condition on = and(equal(ITSELF, ColumnSource.of(far), relationship.secondaryPairs()));
      boolean linkSuffices = conditions.isEmpty() && relationship.criterion() == null;
      from = linkSuffices ? link : link.join(far == null ? target : far, on);
    }
    for (Condition each : conditions) {
      where.add(RelationshipJoin.about(relationship, each, far));
    }
    addCriterion(where, far);
    return exists(from, where);
  }

  private void addCriterion(List<Condition> where, @Nullable Alias far) {
    Condition criterion = relationship.criterion();
    if (criterion != null) {
      where.add(RelationshipJoin.about(relationship, criterion, far));
    }
  }

  /** Whether the instance is among the members. */
  private Condition has(BindValue<Object> member) {
    Table target = relationship.target().table();
    List<Condition> where = new ArrayList<>();
    if (relationship.secondary() != null && relationship.criterion() == null) {
      where.addAll(equal(near, ITSELF, relationship.pairs()));
      for (ColumnPair pair : relationship.secondaryPairs()) {
        where.add(equalsMember(pair.near(), pair.far(), member));
      }
      return exists(relationship.secondary(), where);
    }
    Alias far = TableAlias.anonymous(target);
    List<Condition> isMember = new ArrayList<>();
    for (ColumnProperty key : relationship.target().primaryKey()) {
      isMember.add(equalsMember(far.get(key.column()), key, member));
    }
    if (relationship.secondary() != null) {
      Condition on = and(equal(ITSELF, ColumnSource.of(far), relationship.secondaryPairs()));
      where.addAll(equal(near, ITSELF, relationship.pairs()));
      where.addAll(isMember);
      addCriterion(where, far);
      return exists(relationship.secondary().join(far, on), where);
    }
    where.addAll(equal(near, ColumnSource.of(far), relationship.pairs()));
    where.addAll(isMember);
    addCriterion(where, far);
    return exists(far, where);
  }

  private static Condition exists(From from, List<Condition> where) {
    return Sql.exists(
        Sql.select(Sql.literalColumn("1", Types.INTEGER)).from(from).where(where));
  }

  // ---- the foreign key of a many-to-one

  private Condition foreignKeyIsNull() {
    return Sql.or(
        foreignKey().stream().map(key -> (Condition) new NullTest(key, false)).toList());
  }

  private Condition foreignKeyIsNotNull() {
    return and(
        foreignKey().stream().map(key -> (Condition) new NullTest(key, true)).toList());
  }

  private List<Expression<?>> foreignKey() {
    List<Expression<?>> keys = new ArrayList<>();
    relationship.pairs().forEach(pair -> keys.add(near.at(pair.near())));
    return keys;
  }

  private Condition foreignKeyIs(BindValue<Object> member) {
    List<Condition> all = new ArrayList<>();
    for (ColumnPair pair : relationship.pairs()) {
      all.add(equalsMember(near.at(pair.near()), kept(pair.far()), member));
    }
    return and(all);
  }

  private static Condition not(Condition condition) {
    return condition instanceof Comparison comparison
        ? new Comparison(Operator.NOT_EQUAL, comparison.left(), comparison.right())
        : condition.not();
  }

  private Condition oneOf(BindList members) {
    if (relationship.direction() != Direction.MANY_TO_ONE
        || relationship.pairs().size() > 1) {
      throw new ArgumentException(
          relationship
              + ".in(…) needs a foreign key of one column on its own side; say or(…) with eq(…) for each");
    }
    ColumnPair pair = relationship.pairs().get(0);
    return new InList(asMember(near.at(pair.near()), kept(pair.far())), members, false);
  }

  // ---- instances as values

  private Condition equalsMember(Column<?> column, Column<?> far, BindValue<Object> member) {
    return equalsMember(column, kept(far), member);
  }

  private Condition equalsMember(
      Expression<?> column, ColumnProperty kept, BindValue<Object> member) {
    return new Comparison(Operator.EQUAL, asMember(column, kept), member);
  }

  /** The column, compared with what {@code kept} is in an instance. */
  private Expression<?> asMember(Expression<?> column, ColumnProperty kept) {
    return new Coerce<>(column, new MemberType(relationship.target(), kept));
  }

  private ColumnProperty kept(Column<?> far) {
    ColumnProperty property = relationship.target().property(far);
    if (property == null) {
      throw new ArgumentException(relationship
          + " cannot be compared with an instance, since "
          + relationship.target().type().getSimpleName()
          + " has no attribute for "
          + ForeignKeyPaths.name(far)
          + "; use has(…) or any(…)");
    }
    return property;
  }
}
