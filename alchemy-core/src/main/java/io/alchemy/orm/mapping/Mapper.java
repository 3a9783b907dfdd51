package io.alchemy.orm.mapping;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.AttributeSet;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.instrument.StateType;
import io.alchemy.orm.instrument.Topology;
import io.alchemy.orm.instrument.ValueCopies;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How one class is kept in one table. Complete once its registry is configured. */
public final class Mapper<E> implements StateType, ValueCopies {
  private final Class<E> type;
  private final Prepared prototype;
  private final PreparedClass prepared;
  private final Table table;
  private final List<ColumnProperty> columns;
  private final List<ColumnProperty> primaryKey;
  private final @Nullable ColumnProperty version;
  private final List<ColumnProperty> mutableColumns;
  private final Map<String, Property> byKey = new HashMap<>();
  private final Map<Column<?>, ColumnProperty> byColumn = new HashMap<>();
  private final @Nullable Property[] byAttribute;
  private List<RelationshipProperty> relationships = List.of();
  private List<Column<?>> hiddenColumns = List.of();
  private AttributeSet mapped = new AttributeSet();

  @SuppressWarnings("unused") // held for the prepared class, which refers to it weakly
  private @Nullable Topology topology;

  Mapper(
      Class<E> type,
      Prepared prototype,
      Table table,
      List<ColumnProperty> columns,
      List<ColumnProperty> primaryKey,
      @Nullable ColumnProperty version) {
    this.type = type;
    this.prototype = prototype;
    this.prepared = prototype.alchemy$class();
    this.table = table;
    this.columns = List.copyOf(columns);
    this.primaryKey = List.copyOf(primaryKey);
    this.version = version;
    this.mutableColumns =
        columns.stream().filter(property -> property.type().isMutable()).toList();
    this.byAttribute = new Property[prepared.size()];
    for (ColumnProperty property : columns) {
      byKey.put(property.key(), property);
      byColumn.put(property.column(), property);
      byAttribute[property.attribute()] = property;
    }
  }

  /** Completes the mapper, and tells the prepared class its relationships, which this mapper then keeps alive. */
  void complete(
      List<RelationshipProperty> configured, List<Column<?>> hidden, Topology relationshipsSeen) {
    topology = relationshipsSeen;
    prepared.topology(relationshipsSeen);
    relationships = List.copyOf(configured);
    hiddenColumns = List.copyOf(hidden);
    for (RelationshipProperty property : configured) {
      byKey.put(property.key(), property);
      byAttribute[property.attribute()] = property;
    }
    mapped = new AttributeSet(IntStream.range(0, byAttribute.length)
        .filter(attribute -> byAttribute[attribute] != null)
        .toArray());
  }

  /** Everything that is mapped: what a fresh instance has not loaded. */
  public AttributeSet mapped() {
    return mapped;
  }

  public Class<E> type() {
    return type;
  }

  @Override
  public PreparedClass prepared() {
    return prepared;
  }

  public Table table() {
    return table;
  }

  /** The column attributes, in the table's order. */
  public List<ColumnProperty> columns() {
    return columns;
  }

  /** The attributes of the key, in the order of the table's primary key. */
  public List<ColumnProperty> primaryKey() {
    return primaryKey;
  }

  /** The attribute that counts versions; null where the class has none. */
  public @Nullable ColumnProperty version() {
    return version;
  }

  /** The attributes whose values can change in place, so that only a comparison tells whether they did. */
  public List<ColumnProperty> mutableColumns() {
    return mutableColumns;
  }

  @Override
  public @Nullable Object copy(int attribute, @Nullable Object value) {
    return property(attribute) instanceof ColumnProperty property
        ? property.type().copy(value)
        : value;
  }

  public List<RelationshipProperty> relationships() {
    return relationships;
  }

  /**
   * Foreign key columns that no attribute keeps, as when a class has a {@code page} but no {@code pageid}. A flush writes
   * them from the relationship; what a row has there is remembered beside a reference that is not loaded
   * ({@link io.alchemy.orm.instrument.InstanceState#target}).
   */
  public List<Column<?>> hiddenColumns() {
    return hiddenColumns;
  }

  /** The property of an attribute index; null for a field that is not mapped. */
  public @Nullable Property property(int attribute) {
    return byAttribute[attribute];
  }

  /** The property called {@code key}; null if there is none. */
  public @Nullable Property property(String key) {
    return byKey.get(key);
  }

  /** The attribute kept in {@code column}; null if it is not mapped. */
  public @Nullable ColumnProperty property(Column<?> column) {
    return byColumn.get(column);
  }

  /**
   * The identity of the row with this key: the key's value, or a {@code List} of the values of a composite one, converted
   * to the columns' types.
   *
   * @throws ArgumentException when a value is null or of another type, or their number is wrong
   */
  public IdentityKey identity(Object key) {
    return new IdentityKey(this, key(key));
  }

  /** The key as {@link #identity} has it. */
  public Object key(Object key) {
    if (primaryKey.size() == 1) {
      return convert(primaryKey.get(0), key);
    }
    if (!(key instanceof List<?> values) || values.size() != primaryKey.size()) {
      throw new ArgumentException("The key of "
          + type.getSimpleName()
          + " is the list "
          + primaryKey.stream().map(ColumnProperty::key).toList()
          + ", but "
          + key
          + " was given. Give a List of "
          + primaryKey.size()
          + " values in that order.");
    }
    List<Object> converted = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      converted.add(convert(primaryKey.get(i), values.get(i)));
    }
    return List.copyOf(converted);
  }

  private Object convert(ColumnProperty part, @Nullable Object value) {
    Object converted = value == null ? null : part.type().convert(value);
    if (converted == null) {
      throw new ArgumentException(
          "The key of " + type.getSimpleName() + " has no value for " + part.key() + ".");
    }
    return converted;
  }

  /** The identity that the instance's key attributes name as they are now; null while one of them is null. */
  public @Nullable IdentityKey identityOf(Prepared instance) {
    Object key = keyOf(instance);
    return key == null ? null : new IdentityKey(this, key);
  }

  /** The key of that identity. */
  public @Nullable Object keyOf(Prepared instance) {
    if (primaryKey.size() == 1) {
      return instance.alchemy$get(primaryKey.get(0).attribute());
    }
    List<Object> values = new ArrayList<>(primaryKey.size());
    for (ColumnProperty part : primaryKey) {
      Object value = instance.alchemy$get(part.attribute());
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return List.copyOf(values);
  }

  /** A new instance, by the constructor that runs no initializers. */
  public Prepared create() {
    return prototype.alchemy$create();
  }

  @Override
  public String toString() {
    return "Mapper[" + type.getSimpleName() + " -> " + table.name() + "]";
  }
}
