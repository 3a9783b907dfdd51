package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.TableAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the ON of a join by the one foreign key between its sides. */
final class JoinInference {
  /** A foreign key between two row sources; {@code forward} if it is the left one's. */
  record Path(ForeignKey key, From left, From right, boolean forward) {
    Condition condition() {
      List<Condition> pairs = new ArrayList<>();
      for (int i = 0; i < key.columns().size(); i++) {
        Column<?> own = key.columns().get(i);
        Column<?> target = key.targetColumns().get(i);
        pairs.add(new Comparison(
            Operator.EQUAL, at(left, forward ? own : target), at(right, forward ? target : own)));
      }
      return Junction.of(true, pairs);
    }

    private static Expression<?> at(From source, Column<?> column) {
      return source instanceof TableAlias alias ? alias.get(column) : column;
    }

    @Override
    public String toString() {
      return key.columns() + " -> " + key.targetColumns();
    }
  }

  private JoinInference() {}

  /** All foreign keys between sources of the two sides, in either direction. */
  static List<Path> paths(List<From> left, List<From> right) {
    List<Path> paths = new ArrayList<>();
    for (From l : left) {
      Table leftTable = table(l);
      for (From r : right) {
        Table rightTable = table(r);
        if (leftTable == null || rightTable == null) {
          continue;
        }
        for (ForeignKey key : leftTable.foreignKeys()) {
          if (key.target() == rightTable) {
            paths.add(new Path(key, l, r, true));
          }
        }
        for (ForeignKey key : rightTable.foreignKeys()) {
          if (key.target() == leftTable) {
            paths.add(new Path(key, l, r, false));
          }
        }
      }
    }
    return paths;
  }

  /** The condition of the one path; {@code left} and {@code right} describe the sides where there is none, or several. */
  static Condition infer(Supplier<String> left, Supplier<String> right, List<Path> paths) {
    if (paths.isEmpty()) {
      throw new CompileException("no foreign key joins "
          + left.get()
          + " and "
          + right.get()
          + ": give the condition, join(right, on), or write crossJoin(…)");
    }
    if (paths.size() > 1) {
      throw new CompileException(left.get()
          + " and "
          + right.get()
          + " can be joined in "
          + paths.size()
          + " ways, "
          + paths
          + ": give the condition, join(right, on)");
    }
    return paths.get(0).condition();
  }

  private static @Nullable Table table(From source) {
    if (source instanceof TableAlias alias) {
      return alias.table() instanceof Table table ? table : null;
    }
    return source instanceof Table table ? table : null;
  }
}
