package io.alchemy.orm;

import io.alchemy.sql.*;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public interface EntityMapping<E> {
  <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute);

  <T extends @Nullable Object> EntityMapping<E> relationship(
      RelationAttribute<? super E, T> attribute, Consumer<? super RelationshipSpec<E, T>> spec);

  <T extends @Nullable Object> EntityMapping<E> column(
      ColumnAttribute<? super E, T> attribute, Expression<T> column);

  EntityMapping<E> version(ColumnAttribute<? super E, ?> attribute);

  EntityMapping<E> exclude(String... fields);
}
