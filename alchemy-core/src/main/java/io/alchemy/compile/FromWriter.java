package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
import io.alchemy.sql.node.JoinNode;
import io.alchemy.sql.node.JoinStep;
import io.alchemy.sql.node.KeyedFrom;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.sql.node.TableAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what a statement selects from, and writes it. */
final class FromWriter {
  private final StatementWriter writer;

  FromWriter(StatementWriter writer) {
    this.writer = writer;
  }

  /**
   * The elements of FROM: what was given, or else what the columns belong to, with the joins applied.
   *
   * @param outer the scope of the statement around, for what correlates with it; null where nothing does
   */
  List<From> elements(SelectSpec spec, @Nullable Scope outer) {
    List<From> elements = new ArrayList<>();
    if (spec.froms().isEmpty()) {
      elements.addAll(derived(spec, outer));
      removeJoined(elements, spec.joins());
    } else {
      for (From from : spec.froms()) {
        elements.add(writer.sources().canonical(from));
      }
    }
    for (JoinStep step : spec.joins()) {
      join(elements, step, !spec.froms().isEmpty());
    }
    if (elements.size() > 1) {
      Connectivity.require(writer, elements, spec.where());
    }
    return elements;
  }

  /** What is joined later is no element of its own, although columns of it are selected. */
  private void removeJoined(List<From> elements, List<JoinStep> joins) {
    for (JoinStep step : joins) {
      if (step.right() != null) {
        List<From> joined = writer.sources().leaves(step.right());
        if (!joined.containsAll(elements)) {
          elements.removeIf(joined::contains);
        }
      }
    }
  }

  private List<From> derived(SelectSpec spec, @Nullable Scope outer) {
    List<From> derived = withoutCovered(writer.sources().of(spec.sources()));
    if (!spec.correlate().isEmpty()) {
      for (From correlated : spec.correlate()) {
        derived.removeAll(writer.sources().leaves(correlated));
      }
      return derived;
    }
    if (outer == null || derived.size() < 2) {
      return derived;
    }
    List<From> own = new ArrayList<>(derived);
    own.removeIf(source -> outer.sees(source));
    if (own.isEmpty() && spec.joins().isEmpty()) {
      throw new CompileException("the subquery's columns all belong to the statement around it, "
          + derived.stream().map(writer::describe).toList()
          + ", which leaves it nothing to select from: say which with from(…)");
    }
    return own;
  }

  /** Joins that were selected as a whole cover the tables inside them. */
  private List<From> withoutCovered(Set<From> found) {
    List<From> kept = new ArrayList<>();
    for (From source : found) {
      boolean covered = !(source instanceof JoinNode)
          && found.stream()
              .anyMatch(other ->
                  other instanceof JoinNode && writer.sources().leaves(other).contains(source));
      if (!covered) {
        kept.add(source);
      }
    }
    return kept;
  }

  private void join(List<From> elements, JoinStep step, boolean explicit) {
    From right = step.right();
    if (right == null) {
      joinRelationship(elements, step, explicit);
      return;
    }
    List<From> rightLeaves = writer.sources().leaves(right);
    if (!explicit && elements.size() > 1) {
      elements.removeIf(rightLeaves::contains);
    }
    if (elements.isEmpty()) {
      throw new CompileException("nothing to join "
          + describe(rightLeaves)
          + " to: no column that is selected belongs to a table; say what with from(…)");
    }
    int left = step.on() == null ? joinable(elements, rightLeaves) : elements.size() - 1;
    elements.set(left, new JoinNode(step.kind(), elements.get(left), right, step.on()));
  }

  /** Which element of FROM has a foreign key to what is joined, or is referred to by it. */
  private int joinable(List<From> elements, List<From> right) {
    int found = -1;
    for (int i = 0; i < elements.size(); i++) {
      boolean joins =
          !JoinInference.paths(writer.sources().leaves(elements.get(i)), right).isEmpty();
      if (joins && found >= 0) {
        throw new CompileException(describe(right)
            + " can be joined to "
            + describe(writer.sources().leaves(elements.get(found)))
            + " and to "
            + describe(writer.sources().leaves(elements.get(i)))
            + ": join them in from(…), or give the condition");
      }
      if (joins) {
        found = i;
      }
    }
    return found < 0 ? elements.size() - 1 : found;
  }

  private void joinRelationship(List<From> elements, JoinStep step, boolean explicit) {
    Object relationship = step.relationship();
    if (relationship == null || elements.isEmpty()) {
      throw new CompileException("nothing to join " + relationship + " to: say what with from(…)");
    }
    int left = explicit ? elements.size() - 1 : 0;
    From joined = writer
        .entitiesFor(relationship)
        .join(elements.get(left), relationship, step.kind() == JoinNode.Kind.LEFT);
    elements.set(left, joined);
    List<From> covered = writer.sources().leaves(joined);
    elements.removeIf(other -> other != joined && covered.contains(other));
  }

  private String describe(List<From> sources) {
    List<String> names = new ArrayList<>();
    for (From source : sources) {
      names.add(writer.describe(source));
    }
    return String.join(", ", names);
  }

  /** All row sources of the elements, checked to have names of their own. */
  List<From> sources(List<From> elements) {
    List<From> sources = new ArrayList<>();
    for (From element : elements) {
      addSources(element, sources);
    }
    writer.names().requireDistinct(sources);
    return sources;
  }

  private void addSources(From from, List<From> sources) {
    From source = writer.sources().canonical(from);
    if (source instanceof JoinNode join) {
      addSources(join.left(), sources);
      addSources(join.right(), sources);
    } else if (source instanceof KeyedFrom keyed) {
      addSources(keyed.source(), sources);
    } else {
      sources.add(source);
    }
  }

  /** The elements between commas. Lateral ones see those before them, so each is added to the scope when it is written. */
  void write(List<From> elements, Scope scope) {
    String separator = "";
    for (From element : elements) {
      writer.write(separator);
      separator = ", ";
      write(element, scope, false);
    }
  }

  private void write(From from, Scope scope, boolean inJoin) {
    From source = writer.sources().canonical(from);
    if (source instanceof JoinNode join) {
      if (inJoin) {
        writer.write("(");
      }
      join(join, scope);
      if (inJoin) {
        writer.write(")");
      }
    } else if (source instanceof KeyedFrom keyed) {
      keyed(keyed, scope);
    } else {
      leaf(source, scope);
    }
  }

  private void keyed(KeyedFrom keyed, Scope scope) {
    write(keyed.source(), scope, false);
    writer.write(" JOIN UNNEST(");
    writer.binds().array(writer.out(), keyed.keys(), ArrayForm.of(keyed.keys()));
    writer.write(") AS alchemy_keys (alchemy_key) ON ");
    writer.inside(scope, () -> writer.expression(keyed.column()));
    writer.write(" = alchemy_keys.alchemy_key");
  }

  private void join(JoinNode join, Scope scope) {
    requireCapability(join.kind());
    write(join.left(), scope, false);
    writer.write(" ").write(join.kind().sql()).write(" ");
    write(join.right(), scope, true);
    if (join.kind() == JoinNode.Kind.CROSS) {
      return;
    }
    Condition on = join.on();
    if (on == null) {
      List<From> left = writer.sources().leaves(join.left());
      List<From> right = writer.sources().leaves(join.right());
      on = JoinInference.infer(
          () -> describe(left), () -> describe(right), JoinInference.paths(left, right));
    }
    Condition condition = on;
    writer.write(" ON ");
    writer.inside(scope, () -> writer.expression(condition));
  }

  private void requireCapability(JoinNode.Kind kind) {
    if (kind == JoinNode.Kind.FULL && !writer.dialect().can(Capability.FULL_JOIN)) {
      throw new CompileException(writer.dialect().name() + " has no FULL JOIN");
    }
  }

  private void leaf(From source, Scope scope) {
    if (source instanceof Table table) {
      writer.uses(table);
      writer.write(writer.names().table(table));
    } else if (source instanceof TableAlias alias) {
      aliased(alias, scope);
    } else if (source instanceof SelectAlias alias) {
      selected(alias, scope);
    } else {
      throw new CompileException(source + " cannot stand in FROM");
    }
  }

  private void aliased(TableAlias alias, Scope scope) {
    From table = writer.sources().canonical(alias.table());
    if (table instanceof JoinNode) {
      throw new CompileException(
          "a join has no alias of its own: select from it, and alias that with as(…)");
    }
    leaf(table, scope);
    writer.write(" AS ").write(writer.names().of(alias));
  }

  private void selected(SelectAlias alias, Scope scope) {
    switch (alias.kind()) {
      case CTE, RECURSION -> {
        String name = writer.with().define(alias.definition());
        writer.write(name);
        if (!name.equals(writer.names().of(alias))) {
          writer.write(" AS ").write(writer.names().of(alias));
        }
      }
      case LATERAL -> {
        if (!writer.dialect().can(Capability.LATERAL)) {
          throw new CompileException(writer.dialect().name()
              + " has no LATERAL: use a correlated asScalar(), or a join with a subquery");
        }
        writer.write("LATERAL (");
        writer.selects().subquery(alias.select(), scope);
        writer.write(") AS ").write(writer.names().of(alias));
      }
      case SUBQUERY -> {
        writer.write("(");
        writer.selects().subquery(alias.select(), null);
        writer.write(") AS ").write(writer.names().of(alias));
      }
    }
  }
}
