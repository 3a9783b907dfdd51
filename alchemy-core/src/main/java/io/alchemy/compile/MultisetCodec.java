package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.ScalarSelect;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a multiset: lists of texts, each read back as its column's type. */
final class MultisetCodec implements Codec<List<@Nullable Object[]>> {
  @SuppressWarnings("rawtypes") // a class literal knows no arguments
  private static final SqlType<List> JSON = Types.jsonOf(List.class);

  /** Reads one column's text. */
  private interface Element {
    @Nullable
    Object read(String text);
  }

  private final MultisetSyntax syntax;
  private final NameIndex names;
  private final Element[] elements;
  private final @Nullable MultisetCodec[] nested;

  private MultisetCodec(
      MultisetSyntax syntax,
      NameIndex names,
      Element[] elements,
      @Nullable MultisetCodec[] nested) {
    this.syntax = syntax;
    this.names = names;
    this.elements = elements;
    this.nested = nested;
  }

  /** The codec of a column of the result; null if it is no multiset. */
  static @Nullable MultisetCodec of(StatementWriter writer, Expression<?> output) {
    Multiset<?> multiset = multiset(output);
    if (multiset == null) {
      return null;
    }
    List<Expression<?>> outputs =
        writer.selects().outputs(multiset.select().spec().columns());
    Element[] elements = new Element[outputs.size()];
    @Nullable MultisetCodec[] nested = new @Nullable MultisetCodec[outputs.size()];
    for (int i = 0; i < elements.length; i++) {
      MultisetCodec inner = of(writer, outputs.get(i));
      nested[i] = inner;
      elements[i] =
          inner == null ? element(writer.typeOf(outputs.get(i))) : text -> inner.decode(rows(text));
    }
    List<String> names = OutputList.plain(outputs, writer.selects());
    return new MultisetCodec(writer.dialect().multisets(), new NameIndex(names), elements, nested);
  }

  /** The multiset that a column of the result is, whatever it is called and through how many subqueries; null if it is none. */
  static @Nullable Multiset<?> multiset(Expression<?> output) {
    if (output instanceof Labeled<?> label) {
      return multiset(label.expression());
    }
    if (output instanceof Coerce<?> coerce) {
      return multiset(coerce.value());
    }
    if (output instanceof OutputColumn<?> column) {
      return multiset(column.source().select(), column.position());
    }
    if (output instanceof ScalarSelect<?> scalar) {
      return multiset(scalar.select(), 0);
    }
    return output instanceof Multiset<?> multiset ? multiset : null;
  }

  private static @Nullable Multiset<?> multiset(Select<?> select, int position) {
    List<? extends Expression<?>> outputs = select.spec().outputs();
    return position < outputs.size() ? multiset(outputs.get(position)) : null;
  }

  private static Element element(@Nullable SqlType<?> type) {
    return type == null ? text -> text : type::ofText;
  }

  NameIndex names() {
    return names;
  }

  /** The codec of a column that is a multiset itself; null if it is none. */
  @Nullable
  MultisetCodec nested(int column) {
    return nested[column];
  }

  @Override
  public void set(
      PreparedStatement statement, int index, @Nullable List<@Nullable Object[]> value) {
    throw new UnsupportedOperationException("a multiset is only read");
  }

  @Override
  public List<@Nullable Object[]> get(ResultSet row, int index) throws SQLException {
    return decode(syntax.read(row, index));
  }

  /** Reads a JSON array of arrays. */
  @SuppressWarnings("unchecked") // what the statement makes
  static List<? extends List<?>> rows(String json) {
    return (List<? extends List<?>>) Objects.requireNonNull(JSON.ofText(json));
  }

  private List<@Nullable Object[]> decode(List<? extends List<?>> rows) {
    List<@Nullable Object[]> decoded = new ArrayList<>(rows.size());
    for (List<?> row : rows) {
      decoded.add(values(row));
    }
    return decoded;
  }

  private @Nullable Object[] values(List<?> row) {
    @Nullable Object[] values = new @Nullable Object[elements.length];
    for (int i = 0; i < values.length; i++) {
      Object text = row.get(i);
      values[i] = text == null ? null : elements[i].read((String) text);
    }
    return values;
  }
}
