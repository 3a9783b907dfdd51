package io.alchemy.orm.unitofwork;

import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What flushes know in advance about the tables of a registry: their layouts, and the order in which rows are inserted.
 * Tables that refer to each other in a circle, or to themselves, share a rank; there, rows are ordered one by one. Made
 * once for a session maker.
 */
public final class FlushSchema {
  private final Mappers mappers;
  private final Map<Table, TableLayout> tables = new LinkedHashMap<>();
  private final Map<Mapper<?>, MapperLayout> layouts = new HashMap<>();
  private final Map<Table, Set<Table>> referring = new HashMap<>();

  public FlushSchema(Mappers mappers) {
    this.mappers = mappers;
    for (Mapper<?> mapper : mappers.all()) {
      addTable(mapper.table());
      for (RelationshipProperty relationship : mapper.relationships()) {
        if (relationship.secondary() != null) {
          addTable(relationship.secondary());
        }
      }
    }
    tables.keySet().forEach(table -> referring.put(table, findReferring(table)));
    rank();
    for (Mapper<?> mapper : mappers.all()) {
      layouts.put(mapper, new MapperLayout(mapper, layout(mapper.table()), linkSides(mapper)));
    }
  }

  private void addTable(Table table) {
    tables.computeIfAbsent(table, TableLayout::new);
  }

  TableLayout layout(Table table) {
    return Objects.requireNonNull(tables.get(table), table.name());
  }

  MapperLayout layout(Mapper<?> mapper) {
    return Objects.requireNonNull(layouts.get(mapper), mapper::toString);
  }

  Set<Table> tables() {
    return tables.keySet();
  }

  /** The tables that refer to this one by foreign keys, one after the other; itself excepted. */
  Set<Table> referring(Table table) {
    return Objects.requireNonNull(referring.get(table), table.name());
  }

  private Set<Table> findReferring(Table table) {
    Set<Table> found = new LinkedHashSet<>();
    Deque<Table> from = new ArrayDeque<>();
    from.add(table);
    for (Table parent = from.poll(); parent != null; parent = from.poll()) {
      for (TableLayout child : tables.values()) {
        for (TableLayout.Reference reference : child.references()) {
          if (reference.target() == parent && child.table() != table && found.add(child.table())) {
            from.add(child.table());
          }
        }
      }
    }
    return found;
  }

  private void rank() {
    Map<Table, Set<Table>> parents = new LinkedHashMap<>();
    tables.keySet().forEach(table -> parents.put(table, new LinkedHashSet<>()));
    for (TableLayout layout : tables.values()) {
      for (TableLayout.Reference reference : layout.references()) {
        depend(parents, layout.table(), reference.target());
      }
    }
    for (Mapper<?> mapper : mappers.all()) {
      for (RelationshipProperty relationship : mapper.relationships()) {
        depend(parents, relationship);
      }
    }
    List<Set<Table>> components = Components.of(parents);
    for (int i = 0; i < components.size(); i++) {
      Set<Table> component = components.get(i);
      for (Table table : component) {
        boolean inCircle =
            component.size() > 1 || Objects.requireNonNull(parents.get(table)).contains(table);
        layout(table).rank(i, inCircle);
      }
    }
  }

  private static void depend(Map<Table, Set<Table>> parents, RelationshipProperty relationship) {
    if (relationship.isViewOnly()) {
      return;
    }
    Table owner = relationship.owner().table();
    Table target = relationship.target().table();
    switch (relationship.direction()) {
      case ONE_TO_MANY -> depend(parents, target, owner);
      case MANY_TO_ONE -> depend(parents, owner, target);
      case MANY_TO_MANY -> {
        Table link = Objects.requireNonNull(relationship.secondary());
        depend(parents, link, owner);
        depend(parents, link, target);
      }
    }
  }

  private static void depend(Map<Table, Set<Table>> parents, Table child, Table parent) {
    Set<Table> of = parents.get(child);
    if (of != null && parents.containsKey(parent)) {
      of.add(parent);
    }
  }

  /** Every link table that rows of the mapper may be in, whichever side was mapped. */
  private List<LinkSide> linkSides(Mapper<?> mapper) {
    Map<List<Object>, LinkSide> sides = new LinkedHashMap<>();
    List<RelationshipProperty> all = new ArrayList<>();
    mappers.all().forEach(each -> all.addAll(each.relationships()));
    for (RelationshipProperty relationship : all) {
      if (relationship.direction() != Direction.MANY_TO_MANY || relationship.isViewOnly()) {
        continue;
      }
      if (relationship.owner() == mapper) {
        LinkSide side = LinkSide.ofOwner(relationship, this::layout);
        sides.merge(side.key(), side, LinkSide::or);
      }
      if (relationship.target() == mapper) {
        LinkSide side = LinkSide.ofTarget(relationship, this::layout);
        sides.merge(side.key(), side, LinkSide::or);
      }
    }
    return List.copyOf(sides.values());
  }
}
