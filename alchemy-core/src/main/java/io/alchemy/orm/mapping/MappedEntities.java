package io.alchemy.orm.mapping;

import io.alchemy.compile.Entities;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.node.EntityClass;
import org.jspecify.annotations.Nullable;

/** What classes, attributes and relationships in statements stand for, by the mappers of one registry. */
final class MappedEntities implements Entities {
  private final Mappers mappers;

  MappedEntities(Mappers mappers) {
    this.mappers = mappers;
  }

  @Override
  public Expression<?> resolve(Expression<?> entityExpression) {
    if (entityExpression instanceof AttributeReference<?> attribute) {
      return column(attribute);
    }
    if (entityExpression instanceof RelationshipCondition condition) {
      return new RelationshipTest(relationship(condition.relationship()), condition).resolve();
    }
    throw new CompileException(
        entityExpression + " is an attribute or condition that a registry does not know");
  }

  private Expression<?> column(AttributeReference<?> attribute) {
    Mapper<?> mapper = mappers.mapper(attribute.owner());
    Property property = mapper.property(attribute.key());
    if (!(property instanceof ColumnProperty kept)) {
      throw new ArgumentException(attribute
          + (property == null ? " is not mapped" : " is a relationship, not a column")
          + "; the attributes of "
          + mapper.type().getSimpleName()
          + " that are kept in columns are "
          + mapper.columns().stream().map(ColumnProperty::key).toList());
    }
    return ColumnSource.of(alias(attribute.from())).at(kept.column());
  }

  private static @Nullable Alias alias(@Nullable EntityAlias entity) {
    return entity == null ? null : entity.alias();
  }

  @Override
  public From resolve(From entityFrom) {
    if (entityFrom instanceof EntityClass<?> entity) {
      return tableOf(entity.type());
    }
    if (entityFrom instanceof EntityAlias aliased) {
      return aliased.alias();
    }
    throw new CompileException(entityFrom + " is a row source that a registry does not know");
  }

  @Override
  public From tableOf(Class<?> entity) {
    return mappers.mapper(entity).table();
  }

  @Override
  public From join(From left, Object relationship, boolean outer) {
    if (!(relationship instanceof RelationshipReference path)) {
      throw new CompileException(relationship + " is no relationship that a registry knows");
    }
    RelationshipProperty property = relationship(path);
    if (property.target() == property.owner() && path.to() == null && path.from() == null) {
      throw new ArgumentException(path
          + " joins "
          + property.owner().table().name()
          + " to itself; give the other one a name: join("
          + path
          + ".as(AliasedClass.of("
          + property.target().type().getSimpleName()
          + ".class)))");
    }
    ColumnSource near = ColumnSource.of(alias(path.from()));
    Alias far = alias(path.to());
    if (!outer) {
      return RelationshipJoin.inner(left, property, near, far, path.criterion());
    }
    From joined = left;
    for (RelationshipJoin join : RelationshipJoin.outer(property, near, far, path.criterion())) {
      joined = joined.leftJoin(join.right(), join.on());
    }
    return joined;
  }

  RelationshipProperty relationship(RelationshipReference path) {
    Mapper<?> mapper = mappers.mapper(path.owner());
    if (mapper.property(path.key()) instanceof RelationshipProperty property) {
      return property;
    }
    throw new ArgumentException(path
        + " is no relationship; those of "
        + mapper.type().getSimpleName()
        + " are "
        + mapper.relationships().stream().map(RelationshipProperty::key).toList());
  }

  @Override
  public Object cacheKey() {
    return mappers;
  }
}
