package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.node.SelectAlias;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects common table expressions while the statement is written, each after those that it refers to; they come before
 * everything else in the text.
 */
final class WithWriter {
  private final StatementWriter writer;
  private final Map<String, SqlText> written = new LinkedHashMap<>();
  private final Map<String, SelectAlias> byName = new LinkedHashMap<>();
  private final Map<SelectAlias, Boolean> open = new IdentityHashMap<>(4);
  private boolean recursive;

  WithWriter(StatementWriter writer) {
    this.writer = writer;
  }

  /** Makes sure that {@code cte} is in the list; its name in SQL. */
  String define(SelectAlias cte) {
    String name = writer.dialect().identifier(cte.name());
    if (open.containsKey(cte)) {
      return name;
    }
    if (cte.kind() == SelectAlias.Kind.RECURSION) {
      throw new CompileException(
          "the name that recursive(\"" + cte.name() + "\", …) gives to its step is used outside");
    }
    SelectAlias known = byName.putIfAbsent(cte.name(), cte);
    if (known == cte) {
      return name;
    }
    if (known != null) {
      throw new CompileException(
          "two different common table expressions are called " + cte.name() + ": rename one");
    }
    written.put(cte.name(), write(cte, name));
    return name;
  }

  private SqlText write(SelectAlias cte, String name) {
    SqlText text = writer.apart(() -> {
      writer.write(name);
      if (cte.step() != null && writer.dialect().can(Capability.RECURSION_NAMES_COLUMNS)) {
        columns(cte);
      }
      writer.write(" AS (");
      if (cte.step() == null) {
        writer.selects().subquery(cte.select(), null);
      } else {
        recursive(cte);
      }
      writer.write(")");
    });
    // What it refers to was written meanwhile, and must come first.
    written.remove(cte.name());
    return text;
  }

  private void columns(SelectAlias cte) {
    String separator = " (";
    for (String column : writer.selects().outputNames(cte.select())) {
      writer.write(separator).identifier(column);
      separator = ", ";
    }
    writer.write(")");
  }

  private void recursive(SelectAlias cte) {
    recursive = true;
    SelectAlias itself = cte.recursion();
    if (itself == null || cte.step() == null) {
      return;
    }
    writer.selects().write(cte.select().spec(), null, SelectWriter.Naming.RECURSIVE);
    writer.write(" UNION ALL ");
    open.put(itself, true);
    writer.selects().write(cte.step().spec(), null, SelectWriter.Naming.PLAIN);
    open.remove(itself);
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  /** {@code WITH …} and a blank. */
  void writeTo(SqlText out) {
    if (written.isEmpty()) {
      return;
    }
    out.append(recursive ? "WITH RECURSIVE " : "WITH ");
    String separator = "";
    for (SqlText text : written.values()) {
      out.append(separator).append(text);
      separator = ", ";
    }
    out.append(" ");
  }
}
