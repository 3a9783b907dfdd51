package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;

/** Loads by statements of their own the relationships that options or mappings want with the instances of a result. */
final class EagerLoading {
  private final LoadingSession session;
  private final List<Mapper<?>> path;
  private final Reading reading;

  EagerLoading(LoadingSession session, List<Mapper<?>> path, Reading reading) {
    this.session = session;
    this.path = path;
    this.reading = reading;
  }

  /**
   * Whether anything may be to load after the last row; the instances that arrive are kept for that alone.
   *
   * @param rules those of each reader, by its index
   */
  static boolean isAny(List<EntityReader> readers, List<LoadRules> rules) {
    for (EntityReader reader : readers) {
      for (RelationshipProperty relationship : reader.mapper().relationships()) {
        if (isWanted(reader, relationship, rules.get(reader.index()))) {
          return true;
        }
      }
    }
    return false;
  }

  void load(EntityReader reader) {
    List<Prepared> instances = reading.arrivals(reader).instances();
    if (instances.isEmpty()) {
      return;
    }
    LoadRules rules = reading.arrivals(reader).rules();
    List<Mapper<?>> below = null;
    for (RelationshipProperty relationship : reader.mapper().relationships()) {
      if (!isWanted(reader, relationship, rules)) {
        continue;
      }
      below = below == null ? pathBelow(reader) : below;
      if (rules.rule(relationship.key()) != null || !below.contains(relationship.target())) {
        RelationshipLoader.of(session, relationship, rules, below).loadOf(instances);
      }
    }
  }

  private static boolean isWanted(
      EntityReader reader, RelationshipProperty relationship, LoadRules rules) {
    Action action = rules.action(relationship);
    return action == Action.SELECTIN
        || (action == Action.JOINED && !isJoined(reader, relationship));
  }

  private static boolean isJoined(EntityReader reader, RelationshipProperty relationship) {
    for (EntityReader member : reader.joined()) {
      if (member.via() == relationship) {
        return true;
      }
    }
    return false;
  }

  private List<Mapper<?>> pathBelow(EntityReader reader) {
    List<Mapper<?>> below = new ArrayList<>(path);
    for (EntityReader each = reader; each != null; each = each.owner()) {
      below.add(each.mapper());
    }
    return below;
  }
}
