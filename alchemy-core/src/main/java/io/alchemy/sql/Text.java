package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.sql.node.TextParts;
import io.alchemy.types.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SQL text with {@code :names}: a statement, or a condition inside one. Names that are not bound are parameters of the
 * execution. {@code ::} and what stands in quotes or comments is left alone; {@code \:} is a plain colon.
 */
@CheckReturnValue
public final class Text implements Executable<Row>, Condition, Node {
  private final String sql;
  private final Map<String, BindValue<?>> binds;
  private @Nullable TextParts parts;

  private Text(String sql, Map<String, BindValue<?>> binds) {
    this.sql = sql;
    this.binds = binds;
  }

  static Text of(String sql) {
    return new Text(sql, Map.of());
  }

  /** The text as given. */
  public String sql() {
    return sql;
  }

  /** The text cut at its names. */
  public TextParts cut() {
    TextParts known = parts;
    if (known == null) {
      known = TextParts.of(sql);
      parts = known;
    }
    return known;
  }

  /** The values bound so far, by name. */
  public Map<String, BindValue<?>> binds() {
    return binds;
  }

  /**
   * Binds {@code :name}.
   *
   * @throws ArgumentException when the text has no such name
   */
  public Text bind(String name, @Nullable Object value) {
    if (!cut().names().contains(name)) {
      throw new ArgumentException("bind(\""
          + name
          + "\", …): the text has no :"
          + name
          + "; it has "
          + cut().names());
    }
    Map<String, BindValue<?>> more = new TreeMap<>(binds);
    more.put(name, BindValue.of(value == null ? null : Types.typeOf(value), value));
    return new Text(sql, more);
  }

  /** Reads the only column as {@code one}. */
  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    return new Returning<>(this, List.of(one), true);
  }

  /** Reads the rows as instances of a mapped class, columns found by name; needs a session. */
  public <E> Executable<E> returning(Class<E> entity) {
    return new Returning<>(this, List.of(new EntityClass<>(entity)), true);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Text.class).token(sql).token(binds.size());
    binds.forEach((name, bind) -> to.token(name).child(bind));
    for (String name : cut().names()) {
      if (!binds.containsKey(name)) {
        to.parameter(name);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text that && sql.equals(that.sql) && binds.equals(that.binds);
  }

  @Override
  public int hashCode() {
    return sql.hashCode() * 31 + binds.hashCode();
  }

  @Override
  public String toString() {
    return sql;
  }
}
