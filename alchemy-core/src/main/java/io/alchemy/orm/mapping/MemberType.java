package io.alchemy.orm.mapping;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.types.Codec;
import io.alchemy.types.Database;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets an instance travel where one of its columns is compared: the value is read when it is bound, so that a key given by
 * the autoflush before a query is seen.
 */
record MemberType(Mapper<?> mapper, ColumnProperty part) implements SqlType<Object> {
  @Override
  public Class<?> javaType() {
    return Object.class;
  }

  @Override
  public String name() {
    return part.type().name();
  }

  @Override
  public String ddl(Database database) {
    return database.ddl(part.type());
  }

  /** Not the family of the column: only this type's own codec takes an instance, so that no array is made of several. */
  @Override
  public TypeFamily family() {
    return TypeFamily.OTHER;
  }

  @Override
  public @Nullable Object convert(@Nullable Object value) {
    return value;
  }

  @Override
  public String placeholder(Database database, String marker) {
    return part.type().placeholder(database, marker);
  }

  @Override
  public Codec<Object> codec(Database database) {
    Codec<@Nullable Object> codec = database.codec(part.type());
    return new Codec<>() {
      @Override
      public void set(PreparedStatement statement, int index, @Nullable Object instance)
          throws SQLException {
        codec.set(statement, index, value(instance));
      }

      @Override
      public @Nullable Object get(ResultSet row, int index) throws SQLException {
        return codec.get(row, index);
      }
    };
  }

  @Nullable
  Object value(@Nullable Object instance) {
    if (!(instance instanceof Prepared prepared) || !mapper.type().isInstance(instance)) {
      throw new ArgumentException("A "
          + mapper.type().getSimpleName()
          + " is compared with "
          + instance
          + ", which is none. Give an instance of the mapped class.");
    }
    InstanceState state = prepared.alchemy$state();
    Object value = state == null ? null : keyValue(state);
    if (value == null) {
      value = loaded(prepared, state);
    }
    if (value == null) {
      throw new ArgumentException("A "
          + mapper.type().getSimpleName()
          + " that has no "
          + part.key()
          + " yet is compared with. Add it to the session, which gives it one at the flush, or leave the condition"
          + " out.");
    }
    return value;
  }

  /** From the identity, which is known though the attribute may have expired. */
  private @Nullable Object keyValue(InstanceState state) {
    if (!part.primaryKey()) {
      return null;
    }
    return state.key() instanceof List<?> values && mapper.primaryKey().size() > 1
        ? values.get(mapper.primaryKey().indexOf(part))
        : state.key();
  }

  private @Nullable Object loaded(Prepared instance, @Nullable InstanceState state) {
    if (state != null && state.isUnloaded(part.attribute()) && state.owner() != null) {
      state.owner().load(state, instance, part.attribute());
    }
    return instance.alchemy$get(part.attribute());
  }
}
