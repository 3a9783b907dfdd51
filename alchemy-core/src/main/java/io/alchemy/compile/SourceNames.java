package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.From;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.TableAlias;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which names columns refer to row sources. One without a name gets one when it is first written. */
final class SourceNames {
  private final SqlDialect dialect;
  private final Map<From, String> generated = new IdentityHashMap<>(4);
  private final Set<String> used = new HashSet<>();

  SourceNames(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /** The name in SQL, quoted where it needs to be. */
  String of(From source) {
    if (source instanceof Table table) {
      return dialect.identifier(table.name());
    }
    if (source instanceof TableAlias alias && alias.isAnonymous()) {
      return generated(source, alias.table() instanceof Table table ? table.name() : "t");
    }
    if (source instanceof SelectAlias alias && alias.isAnonymous()) {
      return generated(source, "anon");
    }
    if (source instanceof Alias alias) {
      used.add(alias.name());
      return dialect.identifier(alias.name());
    }
    throw new CompileException(source + " is no row source that a column can belong to");
  }

  private String generated(From source, String base) {
    String name = generated.get(source);
    if (name == null) {
      int number = 1;
      while (!used.add(base + "_" + number)) {
        number++;
      }
      name = dialect.identifier(base + "_" + number);
      generated.put(source, name);
    }
    return name;
  }

  /** The table as it stands in FROM, with its schema. */
  String table(Table table) {
    String name = dialect.identifier(table.name());
    String schema = table.schema();
    return schema == null ? name : dialect.identifier(schema) + "." + name;
  }

  /** Refuses two row sources of one name in one FROM. */
  void requireDistinct(List<From> sources) {
    Set<String> seen = new HashSet<>();
    for (From source : sources) {
      if (!seen.add(of(source))) {
        throw new CompileException(
            of(source) + " stands twice in one FROM: give one of them another name with as(…)");
      }
    }
  }
}
