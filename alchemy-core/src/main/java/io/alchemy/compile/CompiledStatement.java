package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Table;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Keyset;
import io.alchemy.types.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement's text with its slots, and what its rows are. */
final class CompiledStatement implements Compiled {
  private final SqlDialect dialect;
  private final StatementKind kind;
  private final SqlTemplate sql;
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
      SqlText text,
      @Nullable ResultShape result,
      @Nullable Set<Table> tables,
      boolean readsTables) {
    this.dialect = dialect;
    this.kind = kind;
    this.sql = SqlTemplate.of(text);
    this.result = result;
    this.tables = tables == null ? null : Set.copyOf(tables);
    this.readsTables = readsTables;
    List<String> names = new ArrayList<>();
    boolean grows = false;
    boolean typed = true;
    for (Slot slot : sql.slots()) {
      grows |= slot instanceof Slot.Elements || slot instanceof Slot.Rows;
      typed &= slot.codec() != null;
      if (slot instanceof Slot.Named named && !names.contains(named.name())) {
        names.add(named.name());
      }
    }
    this.expands = grows;
    this.parameterNames = List.copyOf(names);
    this.codecs = typed && !grows ? fixedCodecs(sql.slots()) : null;
    this.inOrder = isInOrder(sql.slots());
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

  private static Codec<?>[] fixedCodecs(Slot[] slots) {
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
      Bound expanded = Expansion.of(dialect, sql, values, parameters);
      requireParameters(expanded.values().length);
      return expanded;
    }
    Slot[] slots = sql.slots();
    requireParameters(slots.length);
    if (inOrder && values.length == slots.length) {
      return new Bound(sql.text(), codecs, values);
    }
    @Nullable Object[] bound = new @Nullable Object[slots.length];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = Expansion.value(slots[i], values, parameters);
    }
    return new Bound(sql.text(), codecs, bound);
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

  @Override
  public String toString() {
    return sql.text();
  }
}
