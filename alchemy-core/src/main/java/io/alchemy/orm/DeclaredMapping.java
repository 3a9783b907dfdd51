package io.alchemy.orm;

import io.alchemy.orm.mapping.MappingDeclaration;
import io.alchemy.orm.mapping.RelationshipDeclaration;
import io.alchemy.sql.Condition;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what a user says about a class into its declaration. */
final class DeclaredMapping<E> implements EntityMapping<E> {
  private final MappingDeclaration declaration;

  DeclaredMapping(MappingDeclaration declaration) {
    this.declaration = declaration;
  }

  @Override
  public <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute) {
    declaration.relationship(attribute.key(), attribute.target());
    return this;
  }

  @Override
  public <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute, Consumer<? super RelationshipSpec<E, T>> spec) {
    spec.accept(
        new DeclaredRelationship<>(declaration.relationship(attribute.key(), attribute.target())));
    return this;
  }

  @Override
  public <T extends @Nullable Object> EntityMapping<E> column(
      ColumnAttribute<? super E, T> attribute, Expression<T> column) {
    declaration.column(attribute.key(), column);
    return this;
  }

  @Override
  public EntityMapping<E> version(ColumnAttribute<? super E, ?> attribute) {
    declaration.version(attribute.key());
    return this;
  }

  @Override
  public EntityMapping<E> exclude(String... fields) {
    for (String field : fields) {
      declaration.exclude(field);
    }
    return this;
  }

  /** The same for one relationship. */
  private record DeclaredRelationship<E, T>(RelationshipDeclaration declaration)
      implements RelationshipSpec<E, T> {
    @Override
    public RelationshipSpec<E, T> backref(RelationAttribute<? super T, ? super E> other) {
      declaration.backref(other.key());
      return this;
    }

    @Override
    public RelationshipSpec<E, T> backPopulates(RelationAttribute<? super T, ? super E> other) {
      declaration.backPopulates(other.key());
      return this;
    }

    @Override
    public RelationshipSpec<E, T> secondary(DmlTarget linkTable) {
      declaration.secondary(linkTable);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> orderBy(Ordering... order) {
      declaration.orderBy(order);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> primaryJoin(Condition on) {
      declaration.primaryJoin(on);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> secondaryJoin(Condition on) {
      declaration.secondaryJoin(on);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> foreignKeys(Expression<?>... columns) {
      declaration.foreignKeys(columns);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> remoteSide(Expression<?>... columns) {
      declaration.remoteSide(columns);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> cascade(Cascade... cascades) {
      declaration.cascade(List.of(cascades));
      return this;
    }

    @Override
    public RelationshipSpec<E, T> lazy(Loading loading) {
      declaration.lazy(loading);
      return this;
    }

    @Override
    public RelationshipSpec<E, T> viewOnly() {
      declaration.viewOnly();
      return this;
    }

    @Override
    public RelationshipSpec<E, T> passiveDeletes() {
      declaration.passiveDeletes();
      return this;
    }
  }
}
