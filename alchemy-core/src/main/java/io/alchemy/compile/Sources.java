package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.EntityFrom;
import io.alchemy.sql.node.Exists;
import io.alchemy.sql.node.InSelect;
import io.alchemy.sql.node.JoinNode;
import io.alchemy.sql.node.KeyedFrom;
import io.alchemy.sql.node.NamedColumn;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.Relocated;
import io.alchemy.sql.node.ScalarSelect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the row sources to which expressions belong. */
final class Sources {
  private final StatementWriter writer;

  Sources(StatementWriter writer) {
    this.writer = writer;
  }

  /** What a row source stands for: itself, or what the registry says. */
  From canonical(From source) {
    if (source instanceof EntityClass<?> entity) {
      return writer.entitiesFor(source).tableOf(entity.type());
    }
    if (source instanceof EntityFrom) {
      return canonical(writer.entitiesFor(source).resolve(source));
    }
    return source;
  }

  /** The row sources at the leaves of a tree of joins. */
  List<From> leaves(From from) {
    Set<From> leaves = new LinkedHashSet<>();
    addLeaves(from, leaves);
    return List.copyOf(leaves);
  }

  private void addLeaves(From from, Set<From> leaves) {
    From source = canonical(from);
    if (source instanceof JoinNode join) {
      addLeaves(join.left(), leaves);
      addLeaves(join.right(), leaves);
    } else if (source instanceof KeyedFrom keyed) {
      addLeaves(keyed.source(), leaves);
    } else {
      leaves.add(source);
    }
  }

  /** What the elements of a select list belong to, whole joins as they are. */
  Set<From> of(List<? extends Selectable<?>> selected) {
    Set<From> found = new LinkedHashSet<>();
    for (Selectable<?> one : selected) {
      if (one instanceof From from) {
        found.add(canonical(from));
      } else {
        add(one, found, false);
      }
    }
    return found;
  }

  /** What an expression belongs to, its subqueries left aside. */
  Set<From> of(Expression<?> expression) {
    Set<From> found = new LinkedHashSet<>();
    add(expression, found, false);
    return found;
  }

  /** What an expression refers to, in its subqueries too. */
  Set<From> mentionedBy(Expression<?> expression) {
    Set<From> found = new LinkedHashSet<>();
    add(expression, found, true);
    return found;
  }

  private void add(Object part, Set<From> found, boolean deep) {
    if (part instanceof Column<?> column) {
      found.add(column.table());
    } else if (part instanceof AliasColumn<?> column) {
      addSource(column.source(), found);
    } else if (part instanceof OutputColumn<?> column) {
      found.add(column.source());
    } else if (part instanceof NamedColumn<?> column) {
      addSource(column.source(), found);
    } else if (part instanceof Relocated relocated) {
      addRelocated(relocated, found, deep);
    } else if (part instanceof EntityExpression<?> expression) {
      add(writer.entitiesFor(part).resolve(expression), found, deep);
    } else if (part instanceof EntityFrom from) {
      found.addAll(leaves(from));
    } else if (part instanceof Table || part instanceof Alias || part instanceof JoinNode) {
      found.addAll(leaves((From) part));
    } else if (part instanceof Node node) {
      for (Object inner : node.parts()) {
        add(inner, found, deep);
      }
      if (deep) {
        addSubquery(node, found);
      }
    }
  }

  private void addRelocated(Relocated relocated, Set<From> found, boolean deep) {
    Set<From> inside = new LinkedHashSet<>();
    add(relocated.part(), inside, deep);
    if (inside.remove(canonical(relocated.table()))) {
      addSource(relocated.alias(), inside);
    }
    found.addAll(inside);
  }

  private void addSource(Alias alias, Set<From> found) {
    found.add(alias instanceof EntityFrom ? canonical(alias) : alias);
  }

  private void addSubquery(Node node, Set<From> found) {
    Select<?> select = null;
    if (node instanceof Exists exists) {
      select = exists.select();
    } else if (node instanceof InSelect in) {
      select = in.select();
    } else if (node instanceof ScalarSelect<?> scalar) {
      select = scalar.select();
    }
    if (select != null) {
      for (Selectable<?> column : select.spec().columns()) {
        add(column, found, true);
      }
      if (select.spec().where() != null) {
        add(select.spec().where(), found, true);
      }
    }
  }
}
