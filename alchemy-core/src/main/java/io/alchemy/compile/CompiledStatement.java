package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Table;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Keyset;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement's text cut where lists expand, its slots in order, and what its rows are. */
final class CompiledStatement implements Compiled {
  private final SqlDialect dialect;
  private final StatementKind kind;
  private final String text;
  private final Slot[] slots;
  private final int[] offsets;
  private final boolean expands;
  private final @Nullable ResultShape result;
  private final @Nullable Set<Table> tables;
  private final boolean readsTables;
  private final List<String> parameterNames;
  private final Codec<?> @Nullable [] codecs;
  private final boolean inOrder;

  CompiledStatement(
      SqlDialect dialect,
      StatementKind kind,
      SqlText sql,
      @Nullable ResultShape result,
      @Nullable Set<Table> tables,
      boolean readsTables) {
    this.dialect = dialect;
    this.kind = kind;
    this.text = sql.toString();
    this.result = result;
    this.tables = tables == null ? null : Set.copyOf(tables);
    this.readsTables = readsTables;
    int count = sql.slots().size();
    this.slots = new Slot[count];
    this.offsets = new int[count];
    List<String> names = new ArrayList<>();
    boolean lists = false;
    boolean typed = true;
    for (int i = 0; i < count; i++) {
      slots[i] = sql.slots().get(i).slot();
      offsets[i] = sql.slots().get(i).offset();
      lists |= slots[i] instanceof Slot.Elements;
      typed &= slots[i].codec() != null;
      if (slots[i] instanceof Slot.Named named && !names.contains(named.name())) {
        names.add(named.name());
      }
    }
    this.expands = lists;
    this.parameterNames = List.copyOf(names);
    this.codecs = typed && !lists ? fixedCodecs() : null;
    this.inOrder = isInOrder(slots);
  }

  /** Whether the statement's values, as they are, are those of the placeholders. */
  private static boolean isInOrder(Slot[] slots) {
    for (int i = 0; i < slots.length; i++) {
      if (!(slots[i] instanceof Slot.Value own) || own.index() != i || own.convert()) {
        return false;
      }
    }
    return true;
  }

  private Codec<?>[] fixedCodecs() {
    Codec<?>[] fixed = new Codec<?>[slots.length];
    for (int i = 0; i < slots.length; i++) {
      Codec<?> codec = slots[i].codec();
      if (codec != null) {
        fixed[i] = codec;
      }
    }
    return fixed;
  }

  @Override
  public StatementKind kind() {
    return kind;
  }

  @Override
  public boolean returnsRows() {
    return result != null;
  }

  @Override
  public List<ResultColumn> columns() {
    return result == null ? List.of() : result.columns();
  }

  @Override
  public @Nullable Set<Table> tables() {
    return tables;
  }

  @Override
  public boolean readsTables() {
    return readsTables;
  }

  @Override
  public List<String> parameterNames() {
    return parameterNames;
  }

  @Override
  public <R extends @Nullable Object> RowReader<R> reader(Executable<R> statement) {
    return RowReaders.of(statement, result, dialect);
  }

  @Override
  public @Nullable RowReader<Keyset> keyReader() {
    return result == null ? null : result.keyReader();
  }

  @Override
  public Bound bind(@Nullable Object[] values, Map<String, ?> parameters) {
    if (expands || codecs == null) {
      return new Binding(values, parameters).bound();
    }
    requireParameters(slots.length);
    if (inOrder && values.length == slots.length) {
      return new Bound(text, codecs, values);
    }
    @Nullable Object[] bound = new @Nullable Object[slots.length];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = value(slots[i], values, parameters);
    }
    return new Bound(text, codecs, bound);
  }

  private void requireParameters(int count) {
    if (count > dialect.maxParameters()) {
      throw new ArgumentException("the statement has "
          + count
          + " values, and "
          + dialect.name()
          + " takes at most "
          + dialect.maxParameters()
          + " in one statement: execute it in parts (rows with executeMany, which does so itself), or put"
          + " the values into a table and join it");
    }
  }

  private static @Nullable Object value(
      Slot slot, @Nullable Object[] values, Map<String, ?> parameters) {
    if (slot instanceof Slot.Value own) {
      Object value = values[own.index()];
      return own.convert() ? Slot.converted(value, own.type(), "value") : value;
    }
    if (slot instanceof Slot.Constant constant) {
      return constant.value();
    }
    if (slot instanceof Slot.Generated generated) {
      return generated.generator().value();
    }
    Slot.Named named = (Slot.Named) slot;
    Object value = parameters.get(named.name());
    if (value == null && !parameters.containsKey(named.name())) {
      throw new ArgumentException(
          "no value for the parameter :" + named.name() + "; given are " + parameters.keySet());
    }
    return Slot.converted(value, named.type(), ":" + named.name());
  }

  private Codec<?> codecFor(@Nullable Object value) {
    SqlType<?> type = value == null ? Types.TEXT : Types.typeOf(value);
    return dialect.codec(type);
  }

  @Override
  public String toString() {
    return text;
  }

  /** One execution's text and values, where lists expand or a value brings its type along. */
  private final class Binding {
    /** Shorter lists are not what makes a statement too long. */
    private static final int LONG = 100;

    private final @Nullable Object[] given;
    private final Map<String, ?> parameters;
    private final StringBuilder sql = new StringBuilder(text.length() + 32);
    private final List<Codec<?>> used = new ArrayList<>(slots.length + 16);
    private final List<@Nullable Object> bound = new ArrayList<>(slots.length + 16);

    Binding(@Nullable Object[] given, Map<String, ?> parameters) {
      this.given = given;
      this.parameters = parameters;
    }

    /** The values of a list; the compiler has seen to it that it is one. */
    private Collection<?> values(Slot.Elements elements) {
      Object list = elements.values() == null ? given[elements.index()] : elements.values();
      return list instanceof Collection<?> collection ? collection : List.of();
    }

    private boolean isTooLong() {
      long count = 0;
      for (Slot slot : slots) {
        count += slot instanceof Slot.Elements elements ? values(elements).size() : 1;
      }
      return count > dialect.maxParameters();
    }

    Bound bound() {
      boolean shorten = expands && isTooLong();
      int done = 0;
      for (int i = 0; i < slots.length; i++) {
        Slot slot = slots[i];
        if (slot instanceof Slot.Elements elements) {
          sql.append(text, done, offsets[i]);
          done = offsets[i];
          if (!(shorten && document(elements))) {
            expand(elements);
          }
        } else {
          add(slot.codec(), value(slot, given, parameters));
        }
      }
      sql.append(text, done, text.length());
      requireParameters(bound.size());
      return new Bound(sql.toString(), used.toArray(Codec<?>[]::new), bound.toArray());
    }

    private void expand(Slot.Elements elements) {
      Collection<?> values = values(elements);
      if (values.isEmpty()) {
        sql.append(elements.empty());
        return;
      }
      String separator = "";
      for (Object value : values) {
        sql.append(separator).append(elements.marker());
        separator = ", ";
        add(elements.codec(), converted(elements, value));
      }
    }

    private @Nullable Object converted(Slot.Elements elements, @Nullable Object value) {
      return elements.convert() ? Slot.converted(value, elements.type(), "in(…)") : value;
    }

    /** A long list as one value; false where it must stay a list. */
    private boolean document(Slot.Elements elements) {
      SqlType<?> type = elements.type();
      Codec<?> codec = elements.codec();
      Collection<?> values = values(elements);
      if (type == null || codec == null || values.size() < LONG) {
        return false;
      }
      String query = dialect.json().elements(value -> type.placeholder(dialect, value));
      if (query == null) {
        return false;
      }
      List<@Nullable Object> converted = new ArrayList<>(values.size());
      for (Object value : values) {
        converted.add(converted(elements, value));
      }
      List<Object> document = ListDocument.of(codec, converted);
      if (document == null) {
        return false;
      }
      sql.append(query);
      add(dialect.codec(ListDocument.TYPE), document);
      return true;
    }

    private void add(@Nullable Codec<?> codec, @Nullable Object value) {
      used.add(codec == null ? codecFor(value) : codec);
      bound.add(value);
    }
  }
}
