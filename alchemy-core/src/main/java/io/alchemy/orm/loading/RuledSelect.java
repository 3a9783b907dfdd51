package io.alchemy.orm.loading;

import io.alchemy.orm.mapping.Mapper;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Select;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A SELECT of entities with the rules by which what it gives loads.
 *
 * @param rules one for each entity selected, in order
 * @param path the mappers whose relationships led here; empty for a user's statement
 * @param streams whether its rows are read in chunks, so that no collection may spread over several
 */
record RuledSelect(Select<?> select, List<LoadRules> rules, List<Mapper<?>> path, boolean streams)
    implements Executable<Object>, Node {
  RuledSelect(Select<?> select, List<LoadRules> rules, List<Mapper<?>> path) {
    this(select, rules, path, false);
  }

  /** Whether a loader made it, to follow a relationship. */
  boolean isLoaders() {
    return !path.isEmpty();
  }

  RuledSelect streamed() {
    return new RuledSelect(select, rules, path, true);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(RuledSelect.class).child(select).children(rules).token(path).token(streams);
  }

  /** The rules of each reader of a plan: those of its entity, or of the relationship that joined it. */
  List<LoadRules> rules(EntityPlan plan) {
    List<LoadRules> ofReaders = new ArrayList<>(plan.readers().size());
    int entity = 0;
    for (EntityReader reader : plan.readers()) {
      EntityReader owner = reader.owner();
      ofReaders.add(
          owner == null || reader.via() == null
              ? rules.get(entity++)
              : ofReaders.get(owner.index()).next(reader.via().key()));
    }
    return ofReaders;
  }
}
