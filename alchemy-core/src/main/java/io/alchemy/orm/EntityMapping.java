package io.alchemy.orm;

import io.alchemy.sql.Expression;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is said about a mapped class beyond the names of its columns. Checked when the registry is configured. */
public interface EntityMapping<E> {
  /** A relationship along the one foreign key that leads between the two tables. */
  <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute);

  /** A relationship, with more said about it. */
  <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute, Consumer<? super RelationshipSpec<E, T>> spec);

  /** The attribute is kept in {@code column}, whatever their names. */
  <T extends @Nullable Object> EntityMapping<E> column(
      ColumnAttribute<? super E, T> attribute, Expression<T> column);

  /** The attribute counts versions: an UPDATE or DELETE of a row that somebody else changed meanwhile fails. */
  EntityMapping<E> version(ColumnAttribute<? super E, ?> attribute);

  /** These fields are not persistent. */
  EntityMapping<E> exclude(String... fields);
}
