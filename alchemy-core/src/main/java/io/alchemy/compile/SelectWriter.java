package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.EntityFrom;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Outputs;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.RowSource;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes SELECT, clause by clause. */
final class SelectWriter {
  /** How the select list is written. */
  enum Naming {
    /** As it stands: for a result. */
    PLAIN,
    /** Every column by a name of its own: for a row source. */
    DISTINCT,
    /** The same, cast to the types that a recursive query widens to. */
    RECURSIVE
  }

  private final StatementWriter writer;
  private final CompoundWriter compounds;
  private final OrderWriter orders;
  private final Map<Select<?>, List<String>> names = new IdentityHashMap<>(4);

  SelectWriter(StatementWriter writer) {
    this.writer = writer;
    this.compounds = new CompoundWriter(writer, this);
    this.orders = new OrderWriter(writer, this);
  }

  /** The statement itself; what its rows are. */
  ResultShape statement(Select<?> select) {
    List<Expression<?>> outputs = outputs(select.spec().columns());
    write(select.spec(), null, Naming.PLAIN);
    return ResultShape.of(writer, outputs, select.spec());
  }

  /** A subquery between parentheses; {@code outer} is null where it must not correlate. */
  void subquery(Select<?> select, @Nullable Scope outer) {
    write(select.spec(), outer, Naming.DISTINCT);
  }

  /** A subquery that stands for a value or a condition; its columns need no names. */
  void value(Select<?> select) {
    write(select.spec(), writer.scope(), Naming.PLAIN);
  }

  /** The names of a row source's columns. */
  List<String> outputNames(Select<?> select) {
    List<String> known = names.get(select);
    if (known == null) {
      known = OutputList.distinct(outputs(select.spec().columns()), this);
      names.put(select, known);
    }
    return known;
  }

  /** Where {@code column} is in the select list of a row source; -1 if it is not there. */
  int position(Select<?> select, Expression<?> column) {
    return Outputs.position(outputs(select.spec().columns()), column);
  }

  /** The select list with one expression for each column. */
  List<Expression<?>> outputs(List<? extends Selectable<?>> selected) {
    List<Expression<?>> outputs = new ArrayList<>();
    for (Selectable<?> one : selected) {
      if (one instanceof RowProjection<?> projection) {
        outputs.addAll(outputs(projection.selected()));
      } else if (one instanceof EntityFrom entity) {
        outputs.addAll(entityColumns(entity));
      } else {
        outputs.addAll(Outputs.of(List.of(one)));
      }
    }
    return outputs;
  }

  private List<? extends Expression<?>> entityColumns(EntityFrom entity) {
    From source = writer.sources().canonical(entity);
    if (source instanceof RowSource columns) {
      return columns.columns();
    }
    throw new CompileException("the columns of " + entity + " are not known: " + source);
  }

  void write(SelectSpec spec, @Nullable Scope outer, Naming naming) {
    for (Alias cte : spec.with()) {
      if (!(cte instanceof SelectAlias alias) || alias.kind() != SelectAlias.Kind.CTE) {
        throw new CompileException(
            "with(…) takes common table expressions, made by cte(name), not " + cte);
      }
      writer.with().define(alias);
    }
    if (spec.compound() != null) {
      compounds.write(spec, spec.compound(), outer, naming);
      return;
    }
    List<From> elements = writer.froms().elements(spec, outer);
    List<From> sources = writer.froms().sources(elements);
    Scope scope = Scope.of(outer, sources);
    writer.inside(scope, () -> body(spec, elements, scope, naming));
  }

  /** A SELECT whose rows become one value; {@code list} writes what is selected, and cares for the order. */
  void folded(SelectSpec spec, @Nullable Scope outer, Runnable list) {
    List<From> elements = writer.froms().elements(spec, outer);
    Scope scope = Scope.of(outer, writer.froms().sources(elements));
    writer.inside(scope, () -> {
      list.run();
      from(elements, scope);
      where(spec, null);
    });
  }

  private void from(List<From> elements, Scope scope) {
    if (!elements.isEmpty()) {
      writer.write(" FROM ");
      writer.froms().write(elements, scope);
    }
  }

  private void body(SelectSpec spec, List<From> elements, Scope scope, Naming naming) {
    List<Expression<?>> outputs = outputs(spec.columns());
    writer.write("SELECT ");
    distinct(spec);
    list(outputs, naming);
    from(elements, scope);
    where(spec, orders.after(spec, elements));
    orders.groupBy(spec, outputs, scope.sources());
    if (spec.having() != null) {
      writer.write(" HAVING ").expression(spec.having());
    }
    orders.orderBy(spec, outputs);
    orders.limit(spec);
    if (spec.forUpdate()) {
      if (!writer.dialect().can(Capability.ROW_LOCKS)) {
        throw new CompileException(writer.dialect().name()
            + " locks no rows, so forUpdate() would promise what it does not hold: begin the"
            + " transaction with a write, or leave it out");
      }
      writer.doesMore();
      writer.write(" FOR UPDATE");
    }
  }

  private void distinct(SelectSpec spec) {
    if (!spec.distinctOn().isEmpty()) {
      if (!writer.dialect().can(Capability.DISTINCT_ON)) {
        throw new CompileException(writer.dialect().name()
            + " has no DISTINCT ON: number the rows with rowNumber().over(…) in a subquery and"
            + " take the first");
      }
      writer.write("DISTINCT ON (");
      for (int i = 0; i < spec.distinctOn().size(); i++) {
        writer.write(i == 0 ? "" : ", ").expression(spec.distinctOn().get(i));
      }
      writer.write(") ");
    } else if (spec.distinct()) {
      writer.write("DISTINCT ");
    }
  }

  /** The select list. */
  void list(List<? extends Expression<?>> outputs, Naming naming) {
    if (outputs.isEmpty()) {
      throw new CompileException("the select list has no columns");
    }
    List<String> distinct = naming == Naming.PLAIN ? List.of() : OutputList.distinct(outputs, this);
    for (int i = 0; i < outputs.size(); i++) {
      Expression<?> output = outputs.get(i);
      writer.write(i == 0 ? "" : ", ");
      String cast = naming == Naming.RECURSIVE ? recursiveType(output) : null;
      writer.write(cast == null ? "" : "CAST(");
      writer.expression(output);
      writer.write(cast == null ? "" : " AS " + cast + ")");
      name(output, naming == Naming.PLAIN ? null : distinct.get(i), cast != null);
    }
  }

  private @Nullable String recursiveType(Expression<?> output) {
    SqlType<?> type = writer.typeOf(output);
    return type == null ? null : writer.dialect().recursiveType(type);
  }

  private void name(Expression<?> output, @Nullable String wanted, boolean cast) {
    if (wanted == null) {
      if (output instanceof Labeled<?> label) {
        writer.write(" AS ");
        writer.identifier(label.name());
      }
      return;
    }
    boolean bare = !cast
        && !(output instanceof Labeled<?>)
        && OutputList.isNamed(output)
        && wanted.equals(OutputList.natural(output, this));
    if (!bare) {
      writer.write(" AS ");
      writer.identifier(wanted);
    }
  }

  private void where(SelectSpec spec, @Nullable Condition after) {
    Condition where = spec.where();
    if (after != null) {
      where = SelectDraft.both(where, after);
    }
    if (where != null) {
      writer.write(" WHERE ").expression(where);
    }
  }

  OrderWriter orders() {
    return orders;
  }

  /** Refuses a mapped class where only columns make sense. */
  static void requireNoEntity(Selectable<?> selected) {
    if (selected instanceof EntityClass<?> || selected instanceof EntityFrom) {
      throw new CompileException(
          selected + " gives instances of a mapped class: execute the statement with a session");
    }
  }

  @Nullable
  SqlType<?> typeOf(Expression<?> output) {
    return writer.typeOf(output);
  }
}
