package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Parameter;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.TableAlias;
import io.alchemy.types.SqlType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one statement, forward and once. Holds what the writers of the clauses share: the text so far, the scope, the names
 * given to row sources, and the common table expressions met.
 */
final class StatementWriter {
  private final SqlDialect dialect;
  private final BindStyle binds;
  private final @Nullable Entities entities;
  private final SourceNames names;
  private final Set<Table> tables = new LinkedHashSet<>();
  private boolean tablesKnown = true;
  private boolean readsTables = true;
  private SqlText out = new SqlText();
  private @Nullable Scope scope;

  private final Sources sources = new Sources(this);
  private final ExpressionWriter expressions = new ExpressionWriter(this);
  private final FromWriter froms = new FromWriter(this);
  private final SelectWriter selects = new SelectWriter(this);
  private final WithWriter with = new WithWriter(this);
  private final Relocations relocations = new Relocations(this);

  StatementWriter(SqlDialect dialect, BindStyle binds, @Nullable Entities entities) {
    this.dialect = dialect;
    this.binds = binds;
    this.entities = entities;
    this.names = new SourceNames(dialect);
  }

  SqlDialect dialect() {
    return dialect;
  }

  BindStyle binds() {
    return binds;
  }

  @Nullable
  Entities entities() {
    return entities;
  }

  /** The registry's answers, for {@code what}, which needs them. */
  Entities entitiesFor(Object what) {
    if (entities == null) {
      throw new CompileException(what
          + " names a mapped class, and only a registry knows its table: execute the statement"
          + " with a session");
    }
    return entities;
  }

  SourceNames names() {
    return names;
  }

  Sources sources() {
    return sources;
  }

  FromWriter froms() {
    return froms;
  }

  SelectWriter selects() {
    return selects;
  }

  WithWriter with() {
    return with;
  }

  Relocations relocations() {
    return relocations;
  }

  SqlText out() {
    return out;
  }

  StatementWriter write(String sql) {
    out.append(sql);
    return this;
  }

  /** Writes into a text of its own, with no scope around it; for what is put elsewhere. */
  SqlText apart(Runnable writing) {
    SqlText before = out;
    Scope around = scope;
    SqlText apart = new SqlText();
    out = apart;
    scope = null;
    try {
      writing.run();
    } finally {
      out = before;
      scope = around;
    }
    return apart;
  }

  /** Writes into a text of its own, where the scope stays. */
  SqlText aside(Runnable writing) {
    SqlText before = out;
    SqlText aside = new SqlText();
    out = aside;
    try {
      writing.run();
    } finally {
      out = before;
    }
    return aside;
  }

  @Nullable
  Scope scope() {
    return scope;
  }

  void inside(@Nullable Scope inner, Runnable writing) {
    Scope around = scope;
    scope = inner;
    try {
      writing.run();
    } finally {
      scope = around;
    }
  }

  /** Notes a table that the statement reads or writes. */
  void uses(Table table) {
    tables.add(table);
  }

  /** Notes text, which may read anything. */
  void usesText() {
    tablesKnown = false;
    doesMore();
  }

  /** Notes what may do more than read tables: a lock, the call of a function that nobody here knows. */
  void doesMore() {
    readsTables = false;
  }

  boolean readsTables() {
    return readsTables;
  }

  /** The tables it reads or writes; null where text hides some. */
  @Nullable
  Set<Table> tables() {
    return tablesKnown ? tables : null;
  }

  /** An expression that stands alone: after a keyword, between commas, in parentheses. */
  StatementWriter expression(Expression<?> expression) {
    expressions.write(expression, null, null);
    return this;
  }

  /** An expression whose binds take {@code type} where they have none, and are called {@code name}. */
  StatementWriter expression(
      Expression<?> expression, @Nullable SqlType<?> type, @Nullable String name) {
    expressions.write(expression, type, name);
    return this;
  }

  /** The type of an expression's values, asked of the registry where the expression does not know it. */
  @Nullable
  SqlType<?> typeOf(Expression<?> expression) {
    return ExpressionTypes.of(expression, entities);
  }

  /** An expression where the database knows which type belongs: a column's new value, an operand of its comparison. */
  StatementWriter placed(
      Expression<?> expression, @Nullable SqlType<?> type, @Nullable String name) {
    if (expression instanceof BindValue<?> bind) {
      bind(bind, type, name);
    } else if (expression instanceof Parameter<?> parameter) {
      binds.parameter(out, parameter.name(), parameter.type());
    } else {
      expression(expression, type, name);
    }
    return this;
  }

  void bind(BindValue<?> bind, @Nullable SqlType<?> type, @Nullable String name) {
    binds.value(out, bind, bind.type() == null ? type : bind.type(), name);
  }

  /** Writes a placeholder of {@code type} where nothing beside it tells the type. */
  void typed(@Nullable SqlType<?> type, Runnable placeholder) {
    boolean cast = type != null
        && binds.isExecutable()
        && dialect.can(Capability.UNTYPED_PLACEHOLDERS)
        && type.placeholder(dialect, "?").equals("?");
    write(cast ? "CAST(" : "");
    placeholder.run();
    if (type != null && cast) {
      write(" AS ").write(wide(type)).write(")");
    }
  }

  /** The type of a value that stands in no column, without a column's limits, which would cut it. */
  String wide(SqlType<?> type) {
    String wide = dialect.recursiveType(type);
    return wide == null ? dialect.castTarget(type) : wide;
  }

  void identifier(String name) {
    out.append(dialect.identifier(name));
  }

  /** The names of columns, in parentheses. */
  StatementWriter names(List<Column<?>> columns) {
    write("(");
    for (int i = 0; i < columns.size(); i++) {
      write(i == 0 ? "" : ", ");
      identifier(columns.get(i).name());
    }
    return write(")");
  }

  /** A column of a table that stands in FROM under its own name, or is read from an alias here. */
  void column(Column<?> column) {
    Alias alias = relocations.aliasFor(column);
    if (alias != null) {
      expression(alias.get(column));
      return;
    }
    qualify(column.table(), column);
    identifier(column.name());
  }

  /** The name of {@code source} and a dot, where columns are written with it. */
  void qualify(From source, Object column) {
    if (scope == null) {
      write(names.of(source)).write(".");
      return;
    }
    Scope home = scope.of(source);
    if (home == null) {
      throw new CompileException(column
          + " is used, and "
          + describe(source)
          + " is not in FROM: add it with from(…) or join(…)");
    }
    // In a subquery of RETURNING a bare name would be taken for a column of its own FROM.
    if (!home.isQualified() && home == scope) {
      return;
    }
    requireUnhidden(home, source, column);
    write(names.of(source)).write(".");
  }

  private void requireUnhidden(Scope home, From source, Object column) {
    String name = names.of(source);
    for (Scope inner = scope; inner != null && inner != home; inner = inner.outer()) {
      for (From other : inner.sources()) {
        if (names.of(other).equals(name)) {
          throw new CompileException(column
              + " of the statement around is hidden by another "
              + name
              + " in the subquery's FROM: give one of the two another name with as(…)");
        }
      }
    }
  }

  /** A row source for messages. */
  String describe(From source) {
    if (source instanceof TableAlias || source instanceof SelectAlias) {
      return "the alias " + names.of(source);
    }
    return String.valueOf(source);
  }
}
