package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.Call;
import io.alchemy.sql.node.CaseWhen;
import io.alchemy.sql.node.FunctionCall;
import io.alchemy.sql.node.NumericCall;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the methods of {@link Sql} are made of. */
final class Calls {
  private Calls() {}

  static <R extends @Nullable Object> Select<R> select(
      List<Selectable<?>> columns, boolean single) {
    SelectDraft draft = new SelectDraft();
    draft.columns = columns;
    draft.single = single;
    return Select.of(draft.done());
  }

  static List<Selectable<?>> list(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return SelectDraft.plus(
        List.of(first, second), Operands.<Selectable<?>>present("select", Arrays.asList(more)));
  }

  static List<Select<?>> members(Select<?> first, Select<?>... more) {
    List<Select<?>> members = new ArrayList<>(1 + more.length);
    members.add(first);
    members.addAll(Arrays.asList(more));
    return members;
  }

  @SuppressWarnings("unchecked") // looked up by the value's class
  static <T extends @Nullable Object> SqlType<T> typeOf(T value) {
    SqlType<?> type = value == null ? null : Types.typeOf(value);
    if (type == null) {
      throw new ArgumentException("literal("
          + (value == null ? "null" : value.getClass().getName())
          + ") has no type of its own: give it one with literal(value, type)");
    }
    return (SqlType<T>) type;
  }

  static <T extends @Nullable Object> Case<T> caseWhen(
      Condition condition, Expression<T> value, @Nullable SqlType<T> type) {
    return new CaseWhen<>(List.of(new CaseWhen.Branch(condition, value)), null, type);
  }

  static <T extends @Nullable Object> Aggregate<T> call(
      String name, @Nullable SqlType<T> type, Expression<?>... arguments) {
    return new FunctionCall<>(Call.of(name, List.of(arguments)), type);
  }

  static <N extends Number> NumericAggregate<N> number(
      String name, @Nullable SqlType<N> type, Expression<?>... arguments) {
    return new NumericCall<>(Call.of(name, List.of(arguments)), type);
  }

  static long rows(long n) {
    if (n < 0) {
      throw new ArgumentException("a frame of " + n + " rows: give a count that is not negative");
    }
    return n;
  }
}
