package io.alchemy.orm.loading;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.Loading;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.sql.Condition;
import io.alchemy.sql.StatementOption;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the attributes of the instances at one place of a query load: what its options say, as a tree of relationships.
 * Built once for an execution, then only read.
 */
final class LoadRules implements Node {
  /** No option says anything. */
  static final LoadRules NONE = new LoadRules();

  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Set<String> deferred = new HashSet<>();
  private @Nullable Set<String> only;
  private boolean reload;

  /**
   * What is said about one relationship.
   *
   * @param next the rules for the instances that it leads to
   */
  record Rule(Action action, @Nullable Condition criterion, LoadRules next) {}

  private LoadRules() {}

  /** The rules that {@code options} make for the instances of an entity of the statement. */
  static LoadRules of(
      List<StatementOption> options, Mappers mappers, Mapper<?> root, @Nullable EntityAlias alias) {
    LoadRules rules = null;
    for (StatementOption option : options) {
      if (option instanceof LoaderChain chain && startsAt(chain.last(), root, alias)) {
        rules = rules == null ? new LoadRules() : rules;
        rules.add(chain.last(), mappers, root);
      }
    }
    return rules == null ? NONE : rules;
  }

  /** Whether the option's path begins at this entity. */
  static boolean startsAt(LoaderStep last, Mapper<?> root, @Nullable EntityAlias alias) {
    LoaderStep first = last.path().getFirst();
    if (first.relationship() != null) {
      return first.relationship().owner().isAssignableFrom(root.type())
          && first.relationship().from() == alias;
    }
    AttributeReference<?> column = first.columns().get(0);
    return column.owner().isAssignableFrom(root.type()) && column.from() == alias;
  }

  /** Only these columns, beside the key, and no relationship with them: what a reload reads. */
  static LoadRules columns(Collection<String> keys) {
    LoadRules rules = new LoadRules();
    rules.only = new HashSet<>(keys);
    rules.reload = true;
    return rules;
  }

  private void add(LoaderStep last, Mappers mappers, Mapper<?> root) {
    LoadRules rules = this;
    Mapper<?> mapper = root;
    for (LoaderStep step : last.path()) {
      if (step.relationship() == null) {
        rules.restrict(step, mapper);
        continue;
      }
      String key = step.relationship().key();
      if (!(mapper.property(key) instanceof RelationshipProperty property)) {
        throw new ArgumentException(
            last + ": " + key + " is no relationship of " + mapper.type().getSimpleName());
      }
      Rule known = rules.rules.get(key);
      Rule rule =
          new Rule(step.action(), step.criterion(), known == null ? new LoadRules() : known.next());
      rules.rules.put(key, rule);
      rules = rule.next();
      mapper = property.target();
    }
  }

  private void restrict(LoaderStep step, Mapper<?> mapper) {
    for (AttributeReference<?> column : step.columns()) {
      if (!(mapper.property(column.key()) instanceof ColumnProperty)) {
        throw new ArgumentException(step + ": " + column.key() + " is no column attribute of "
            + mapper.type().getSimpleName());
      }
      if (step.action() == Action.DEFER) {
        deferred.add(column.key());
      } else {
        only = only == null ? new HashSet<>() : only;
        only.add(column.key());
      }
    }
  }

  boolean isEmpty() {
    return rules.isEmpty() && deferred.isEmpty() && only == null;
  }

  @Nullable
  Rule rule(String relationship) {
    return rules.get(relationship);
  }

  /** The rules for what {@code relationship} leads to. */
  LoadRules next(String relationship) {
    Rule rule = rules.get(relationship);
    return rule == null ? NONE : rule.next();
  }

  @Nullable
  Condition criterion(String relationship) {
    Rule rule = rules.get(relationship);
    return rule == null ? null : rule.criterion();
  }

  /** Whether the column is read with the row: the key and the version always are. */
  boolean reads(ColumnProperty property, Mapper<?> mapper) {
    if (property.primaryKey() || property == mapper.version()) {
      return true;
    }
    return (only == null || only.contains(property.key())) && !deferred.contains(property.key());
  }

  /** How the relationship loads here: as an option says, else as it is mapped. */
  Action action(RelationshipProperty property) {
    Rule rule = rules.get(property.key());
    if (rule != null) {
      return rule.action();
    }
    if (reload) {
      return Action.LAZY;
    }
    Loading mapped = property.loading();
    return switch (mapped) {
      case BATCH -> Action.LAZY;
      case SELECT -> Action.LAZY_ONE;
      case JOINED -> Action.JOINED;
      case SELECTIN, SUBQUERY, IMMEDIATE -> Action.SELECTIN;
      case RAISE -> Action.RAISE;
      case NONE -> Action.NONE;
    };
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(LoadRules.class).token(rules.size());
    rules.forEach((key, rule) ->
        to.token(key).token(rule.action()).child(rule.criterion()).child(rule.next()));
    to.token(Set.copyOf(deferred)).token(only == null ? null : Set.copyOf(only)).token(reload);
  }
}
