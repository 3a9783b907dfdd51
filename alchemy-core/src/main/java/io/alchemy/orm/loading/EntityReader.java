package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.AttributeSet;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.types.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the instances of one entity of a statement from its rows, by fixed positions. Built once for a mapper and a shape;
 * what belongs to one execution is in its {@link Reading}.
 */
final class EntityReader {
  private final int index;
  private final Mapper<?> mapper;
  private final @Nullable EntityReader owner;
  private final @Nullable RelationshipProperty via;
  private final ColumnRead[] key;
  private final ColumnRead[] columns;
  private final int keyAttribute;
  private final ColumnRead[] besideKey;
  private final HiddenReference[] hidden;
  private final int[] mutable;
  private final AttributeSet filled;
  private final List<EntityReader> joined = new ArrayList<>();

  /** A column of the row, and the attribute that it fills; the attribute is -1 where it fills none. */
  record ColumnRead(int attribute, int position, Codec<?> codec) {
    @Nullable
    Object read(ResultSet row) throws SQLException {
      return codec.get(row, position);
    }
  }

  /** A reference whose foreign key no attribute keeps: the key is remembered until the reference loads. */
  record HiddenReference(RelationshipProperty relationship, ColumnRead[] foreignKey) {}

  /**
   * @param index the place among the readers of the statement
   * @param owner whose relationship {@code via} these instances fill; null for what was selected itself
   */
  EntityReader(
      int index,
      Mapper<?> mapper,
      @Nullable EntityReader owner,
      @Nullable RelationshipProperty via,
      List<ColumnRead> key,
      List<ColumnRead> columns,
      List<HiddenReference> hidden) {
    this.index = index;
    this.mapper = mapper;
    this.owner = owner;
    this.via = via;
    this.key = key.toArray(ColumnRead[]::new);
    this.columns = columns.toArray(ColumnRead[]::new);
    ColumnRead keyColumn = key.size() == 1 ? at(key.get(0).position(), columns) : null;
    this.keyAttribute = keyColumn == null ? -1 : keyColumn.attribute();
    this.besideKey =
        columns.stream().filter(column -> column != keyColumn).toArray(ColumnRead[]::new);
    this.filled =
        new AttributeSet(columns.stream().mapToInt(ColumnRead::attribute).toArray());
    this.hidden = hidden.toArray(HiddenReference[]::new);
    this.mutable = mapper.mutableColumns().stream()
        .mapToInt(ColumnProperty::attribute)
        .filter(attribute -> columns.stream().anyMatch(read -> read.attribute() == attribute))
        .toArray();
    if (owner != null) {
      owner.joined.add(this);
    }
  }

  private static @Nullable ColumnRead at(int position, List<ColumnRead> columns) {
    for (ColumnRead column : columns) {
      if (column.position() == position) {
        return column;
      }
    }
    return null;
  }

  int index() {
    return index;
  }

  Mapper<?> mapper() {
    return mapper;
  }

  @Nullable
  EntityReader owner() {
    return owner;
  }

  @Nullable
  RelationshipProperty via() {
    return via;
  }

  /** The readers of what is joined to these instances, each for one relationship. */
  List<EntityReader> joined() {
    return joined;
  }

  /** The row's instance; null where an outer join found none. */
  @Nullable
  Prepared read(Reading reading, ResultSet row) throws SQLException {
    Object keyValue = readKey(row);
    if (keyValue == null) {
      return null;
    }
    Reading.Arrivals arrivals = reading.arrivals(this);
    InstanceState state = arrivals.last(keyValue);
    Prepared instance = state == null ? null : state.instance();
    if (state == null || instance == null) {
      state = reading.session().find(mapper, keyValue);
      instance = state == null ? null : state.instance();
      boolean fresh = false;
      if (state == null || instance == null) {
        instance = mapper.create();
        state = reading.session().register(mapper, keyValue, instance);
        fresh = true;
      }
      boolean first = arrivals.add(keyValue, state, instance, fresh);
      if (fresh) {
        fill(state, instance, keyValue, arrivals, row);
      } else if (first && reading.overwrites()) {
        overwrite(state, instance, row);
      } else if (state.hasUnloaded()) {
        fillUnloaded(state, instance, row);
      }
    }
    // An iterator for each row is not always optimized away.
    for (int i = 0; i < joined.size(); i++) {
      EntityReader member = joined.get(i);
      readMember(member, state, instance, reading, row);
    }
    return instance;
  }

  /** The same where one row was asked for, and nothing is joined: nobody else arrives, so nothing is gathered. */
  @Nullable
  Prepared readAlone(LoadingSession session, ResultSet row) throws SQLException {
    Object keyValue = readKey(row);
    if (keyValue == null) {
      return null;
    }
    InstanceState state = session.find(mapper, keyValue);
    Prepared instance = state == null ? null : state.instance();
    if (state == null || instance == null) {
      instance = mapper.create();
      state = session.register(mapper, keyValue, instance);
      fill(state, instance, keyValue, null, row);
    } else if (state.hasUnloaded()) {
      fillUnloaded(state, instance, row);
    }
    return instance;
  }

  private @Nullable Object readKey(ResultSet row) throws SQLException {
    return key.length == 1 ? key[0].read(row) : values(key, row);
  }

  /** The values of a key of several columns; null if one of them is. */
  static @Nullable List<Object> values(ColumnRead[] columns, ResultSet row) throws SQLException {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Object value = columns[i].read(row);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return List.of(values);
  }

  /** A fresh instance; its key was read already, and drivers take their time for each column. */
  private void fill(
      InstanceState state,
      Prepared instance,
      Object keyValue,
      Reading.@Nullable Arrivals arrivals,
      ResultSet row)
      throws SQLException {
    if (keyAttribute >= 0) {
      instance.alchemy$set(keyAttribute, keyValue);
    }
    for (ColumnRead column : besideKey) {
      instance.alchemy$set(
          column.attribute(), arrivals == null ? column.read(row) : arrivals.value(column, row));
    }
    state.markLoaded(filled);
    for (int attribute : mutable) {
      state.canChangeInPlace(attribute, mapper);
    }
    for (HiddenReference reference : hidden) {
      remember(reference, state, instance, row);
    }
  }

  /** Only what is not loaded, or has expired: what the instance knows, and what was changed in it, stays. */
  private void fillUnloaded(InstanceState state, Prepared instance, ResultSet row)
      throws SQLException {
    for (int attribute : mutable) {
      if (state.isUnloaded(attribute)) {
        state.canChangeInPlace(attribute, mapper);
      }
    }
    for (ColumnRead column : columns) {
      if (state.isUnloaded(column.attribute())) {
        instance.alchemy$set(column.attribute(), column.read(row));
        state.markLoaded(column.attribute());
      }
    }
    for (HiddenReference reference : hidden) {
      if (state.isUnloaded(reference.relationship().attribute())) {
        remember(reference, state, instance, row);
      }
    }
  }

  /** As the row says, whatever was changed in memory: a refresh. */
  private void overwrite(InstanceState state, Prepared instance, ResultSet row)
      throws SQLException {
    for (ColumnRead column : columns) {
      instance.alchemy$set(column.attribute(), column.read(row));
      state.clearChange(column.attribute());
      state.markLoaded(column.attribute());
    }
    for (int attribute : mutable) {
      state.canChangeInPlace(attribute, mapper);
    }
    for (HiddenReference reference : hidden) {
      if (state.isUnloaded(reference.relationship().attribute())) {
        remember(reference, state, instance, row);
      }
    }
  }

  private static void remember(
      HiddenReference reference, InstanceState state, Prepared instance, ResultSet row)
      throws SQLException {
    int attribute = reference.relationship().attribute();
    ColumnRead[] columns = reference.foreignKey();
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Object value = columns[i].read(row);
      if (value == null) {
        instance.alchemy$set(attribute, null);
        state.target(attribute, null);
        state.markLoaded(attribute);
        return;
      }
      values[i] = value;
    }
    state.target(attribute, values.length == 1 ? values[0] : List.of(values));
  }

  /** One joined row's part for one relationship of {@code instance}. */
  private static void readMember(
      EntityReader member, InstanceState state, Prepared instance, Reading reading, ResultSet row)
      throws SQLException {
    Prepared read = member.read(reading, row);
    RelationshipProperty relationship = member.via();
    if (relationship == null) {
      return;
    }
    if (relationship.isCollection()) {
      reading.gather(member, state, instance, read);
    } else if (state.isUnloaded(relationship.attribute())) {
      instance.alchemy$set(relationship.attribute(), read);
      state.markLoaded(relationship.attribute());
    }
  }
}
