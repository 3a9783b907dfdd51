package io.alchemy.orm.mapping;

import io.alchemy.sql.Condition;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.ShapeWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a relationship, such as {@code Page_.tags.any(…)}.
 *
 * @param relationship what it is about
 * @param test what is asked
 * @param member the instance to compare with, for {@code IS}, {@code IS_NOT} and {@code CONTAINS}
 * @param members the instances to compare with, for {@code IS_ONE_OF}
 * @param conditions what members must satisfy, for {@code SOME}
 */
public record RelationshipCondition(
    RelationshipReference relationship,
    Test test,
    @Nullable BindValue<Object> member,
    @Nullable BindList members,
    List<Condition> conditions)
    implements Condition, EntityExpression<Boolean> {

  /** The tests; {@code SOME} serves {@code any} and {@code has}, {@code NONE} {@code isEmpty} and {@code isNull}. */
  public enum Test {
    SOME,
    NONE,
    PRESENT,
    IS,
    IS_NOT,
    IS_ONE_OF,
    CONTAINS
  }

  public RelationshipCondition {
    conditions = List.copyOf(conditions);
  }

  /** {@code SOME} or {@code NONE}. */
  public static RelationshipCondition exists(
      RelationshipReference relationship, Test test, List<Condition> conditions) {
    return new RelationshipCondition(relationship, test, null, null, conditions);
  }

  /** Compares with one instance, which travels as it is: its key is read when the statement runs. */
  public static RelationshipCondition compare(
      RelationshipReference relationship, Test test, Object member) {
    return new RelationshipCondition(
        relationship, test, new BindValue<>(null, member), null, List.of());
  }

  /** Compares with several instances. */
  public static RelationshipCondition oneOf(
      RelationshipReference relationship, List<Object> members) {
    return new RelationshipCondition(
        relationship, Test.IS_ONE_OF, null, new BindList(null, members), List.of());
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(RelationshipCondition.class)
        .token(test)
        .child(relationship)
        .child(member)
        .child(members)
        .children(conditions);
  }

  @Override
  public String toString() {
    return relationship + " " + test;
  }
}
