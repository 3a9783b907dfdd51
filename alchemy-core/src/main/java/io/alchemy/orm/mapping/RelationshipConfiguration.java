package io.alchemy.orm.mapping;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.RelationshipEnd.Kind;
import io.alchemy.orm.instrument.Topology;
import io.alchemy.orm.mapping.JoinFinder.Found;
import io.alchemy.orm.mapping.RelationshipDeclaration.Other;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds both sides of every relationship, joins them, and makes their properties. */
final class RelationshipConfiguration {
  private final Map<Class<?>, Mapper<?>> mappers;
  private final Problems problems;
  private final JoinFinder joins;
  private final RelationshipColumns columns;
  private final Map<Class<?>, Map<String, Side>> sides = new LinkedHashMap<>();
  private final Map<Class<?>, Topology> topologies = new LinkedHashMap<>();

  /** One side of a relationship while it is configured. */
  private static final class Side {
    final Mapper<?> owner;
    final Mapper<?> target;
    final RelationshipDeclaration declared;
    final boolean generated;
    RelationshipEnd end;

    @Nullable
    Side other;

    @Nullable
    Join join;

    @Nullable
    Found failure;

    @Nullable
    RelationshipProperty property;

    Side(
        Mapper<?> owner,
        Mapper<?> target,
        RelationshipDeclaration declared,
        RelationshipEnd end,
        boolean generated) {
      this.owner = owner;
      this.target = target;
      this.declared = declared;
      this.end = end;
      this.generated = generated;
    }

    String name() {
      return owner.type().getSimpleName() + "." + declared.key();
    }
  }

  RelationshipConfiguration(
      Map<Class<?>, MappingDeclaration> declarations,
      Map<Class<?>, Mapper<?>> mappers,
      Problems problems) {
    this.mappers = mappers;
    this.problems = problems;
    ColumnResolver resolver = new ColumnResolver(mappers, problems);
    this.joins = new JoinFinder(resolver);
    this.columns = new RelationshipColumns(mappers, resolver, problems);
    for (MappingDeclaration declaration : declarations.values()) {
      sides.put(declaration.type(), new LinkedHashMap<>());
    }
    for (MappingDeclaration declaration : declarations.values()) {
      for (RelationshipDeclaration declared : declaration.relationships().values()) {
        side(declaration.type(), declared, false);
      }
    }
  }

  /** The names of the fields that are relationships, sound or not. */
  Set<String> keys(Class<?> type) {
    return sides.getOrDefault(type, Map.of()).keySet();
  }

  Map<Class<?>, List<RelationshipProperty>> configure() {
    List<Side> declared = all();
    declared.forEach(this::findOther);
    all().forEach(this::findJoin);
    all().forEach(this::mirrorJoin);
    all().forEach(this::check);
    shareEnds();
    Map<Class<?>, List<RelationshipProperty>> configured = new LinkedHashMap<>();
    sides.forEach((type, ofType) -> configured.put(type, properties(ofType.values())));
    return configured;
  }

  /** What instances of the class must know of its relationships; complete after {@link #configure}. */
  Topology topology(Mapper<?> mapper) {
    return Objects.requireNonNull(topologies.get(mapper.type()));
  }

  private List<Side> all() {
    List<Side> all = new ArrayList<>();
    sides.values().forEach(ofType -> all.addAll(ofType.values()));
    return all;
  }

  private @Nullable Side side(
      Class<?> ownerType, RelationshipDeclaration declared, boolean generated) {
    Mapper<?> owner = mappers.get(ownerType);
    if (owner == null) {
      return null;
    }
    String name = ownerType.getSimpleName() + "." + declared.key();
    PreparedClass prepared = owner.prepared();
    int attribute = prepared.indexOf(declared.key());
    if (attribute < 0) {
      problems.add(
          name + " is declared as a relationship, but the class has no such persistent field",
          "Add a private field of that name, or correct the name");
      return null;
    }
    Mapper<?> target = mappers.get(declared.target());
    if (target == null) {
      problems.add(
          name + " leads to " + declared.target().getSimpleName() + ", which is not mapped",
          "Map "
              + declared.target().getSimpleName()
              + " in the same registry, or remove the relationship");
      return null;
    }
    Class<?> field = prepared.fieldType(attribute);
    Kind kind = Kind.of(field);
    if (kind == null || (kind == Kind.REFERENCE && !field.isAssignableFrom(declared.target()))) {
      problems.add(
          name
              + " leads to "
              + declared.target().getSimpleName()
              + ", but its field is a "
              + field.getSimpleName(),
          "Declare the field as "
              + declared.target().getSimpleName()
              + ", or as a List, Set or Collection of it (the interface, not a class such as ArrayList)");
      return null;
    }
    if (kind == Kind.MAP && declared.mapKey() == null) {
      problems.add(
          name + " is a Map, but nothing says which attribute of its members is the key",
          "Declare the field as a List, Set or Collection, or name the key with @MapKey");
      return null;
    }
    RelationshipEnd end = new RelationshipEnd(prepared, attribute, declared.target(), kind);
    if (kind == Kind.MAP && declared.mapKey() != null) {
      keyed(name, end, target, declared.mapKey());
    }
    Side side = new Side(owner, target, declared, end, generated);
    sides.computeIfAbsent(ownerType, type -> new LinkedHashMap<>()).put(declared.key(), side);
    return side;
  }

  private void keyed(String name, RelationshipEnd end, Mapper<?> target, String key) {
    if (target.property(key) instanceof ColumnProperty property) {
      end.keyedBy(new MemberKey(property.attribute()));
    } else {
      problems.add(
          name
              + " is keyed by "
              + target.type().getSimpleName()
              + "."
              + key
              + ", which is no column attribute",
          "Name an attribute of the members that is kept in a column");
    }
  }

  /** What a member's key in a map is: one of its attributes. */
  private record MemberKey(int attribute) implements Function<Object, Object> {
    @Override
    public Object apply(Object member) {
      Prepared instance = (Prepared) member;
      InstanceState state = instance.alchemy$state();
      if (state != null && state.isUnloaded(attribute) && state.owner() != null) {
        state.owner().load(state, instance, attribute);
      }
      return Objects.requireNonNull(
          instance.alchemy$get(attribute), "a member of a map has no value in its key attribute");
    }
  }

  // ---- the other side

  private void findOther(Side side) {
    String otherKey = side.declared.otherKey();
    if (otherKey == null || side.other != null) {
      return;
    }
    Map<String, Side> ofTarget = sides.getOrDefault(side.target.type(), Map.of());
    Side other = ofTarget.get(otherKey);
    if (other == null && side.declared.other() == Other.BACKREF) {
      RelationshipDeclaration generated = new RelationshipDeclaration(otherKey, side.owner.type());
      generated.backref(side.declared.key());
      if (side.declared.isViewOnly()) {
        generated.viewOnly();
      }
      other = side(side.target.type(), generated, true);
      if (other == null) {
        return;
      }
    }
    if (other == null) {
      problems.add(
          side.name()
              + " names "
              + side.target.type().getSimpleName()
              + "."
              + otherKey
              + " as its other side, which is not declared as a relationship",
          "Declare it on "
              + side.target.type().getSimpleName()
              + ", or use backref(…), which declares it by itself");
      return;
    }
    String back = other.declared.otherKey();
    if (other.target != side.owner || (back != null && !back.equals(side.declared.key()))) {
      problems.add(
          side.name()
              + " names "
              + other.name()
              + " as its other side, but that leads to "
              + other.target.type().getSimpleName()
              + (back == null ? "" : " and names " + back),
          "Let the two sides name each other");
      return;
    }
    if (side.declared.other() == Other.BACK_POPULATES && back == null) {
      problems.add(
          side.name() + " names " + other.name() + " as its other side, but not the reverse",
          "Add backPopulates(…) there too, or use backref(…) here");
    }
    side.other = other;
    other.other = side;
  }

  // ---- the join

  private void findJoin(Side side) {
    if (side.generated || side.declared.other() == Other.MAPPED_BY) {
      return;
    }
    Found found =
        joins.find(side.name(), side.owner, side.target, side.declared, side.end.isCollection());
    side.join = found.join();
    side.failure = found.join() == null ? found : null;
  }

  private void mirrorJoin(Side side) {
    if (side.join != null) {
      return;
    }
    if (side.other != null && side.other.join != null) {
      side.join = side.other.join.mirrored();
    } else if (side.failure != null) {
      problems.add(side.failure.problem(), side.failure.cure());
    }
  }

  private void check(Side side) {
    columns.check(side.name(), side.target, side.declared, side.join);
    if (side.join == null) {
      return;
    }
    if (side.end.isCollection() && side.join.direction() == Direction.MANY_TO_ONE) {
      problems.add(
          side.name()
              + " is a collection, but by the foreign key each "
              + side.owner.type().getSimpleName()
              + " has one "
              + side.target.type().getSimpleName(),
          "Make the field a single reference, or name a link table with secondary(…)");
    }
    if (!side.end.isCollection() && side.join.direction() == Direction.MANY_TO_MANY) {
      problems.add(
          side.name() + " goes through a link table, but its field holds one instance",
          "Make the field a List, Set or Collection");
    }
    if (side.other != null && side.other.join != null && !side.join.mirrors(side.other.join)) {
      problems.add(
          side.name() + " and " + side.other.name()
              + " are two sides of one relationship, but join by different columns",
          "Say foreignKeys(…), or secondary(…), on one side only");
    }
    if (MappingConfiguration.needsSingleParent(side.declared.cascades(), side.join.direction())
        && !side.declared.isSingleParent()) {
      problems.add(
          side.name() + " has the cascade delete-orphan, but its members may have several parents",
          "Use delete-orphan on the one-to-many side, or cascade DELETE here");
    }
  }

  // ---- what instances see

  /**
   * Where another registry relates a class in the same way, its ends are used, since an instance knows but one; where it
   * relates the class differently, this registry is refused.
   */
  private void shareEnds() {
    for (Side side : all()) {
      if (side.other != null && side.end.inverse() == null) {
        RelationshipEnd.join(side.end, side.other.end);
      }
    }
    for (Mapper<?> mapper : mappers.values()) {
      PreparedClass prepared = mapper.prepared();
      Collection<Side> ofType = sides.getOrDefault(mapper.type(), Map.of()).values();
      Topology mine = new ClassTopology(
          prepared.size(), ofType.stream().map(side -> side.end).toList());
      Topology others = ownTopology(prepared);
      if (others != null && ClassTopology.alike(mine, others, prepared.size())) {
        for (Side side : ofType) {
          side.end = Objects.requireNonNull(others.end(side.end.attribute()));
        }
        mine = others;
      } else if (others != null) {
        problems.add(
            mapper.type().getSimpleName()
                + " is mapped by another registry too, with other relationships; an instance can know but one set",
            "Map the class alike in both, or let go of the other registry");
      }
      topologies.put(mapper.type(), mine);
    }
  }

  /** What the class was told itself; a mapped superclass's relationships are not its own. */
  private static @Nullable Topology ownTopology(PreparedClass prepared) {
    Topology own = prepared.topology();
    PreparedClass parent = prepared.parent();
    return parent != null && own == parent.topology() ? null : own;
  }

  private List<RelationshipProperty> properties(Collection<Side> ofType) {
    List<RelationshipProperty> properties = new ArrayList<>();
    for (Side side : ofType) {
      if (side.join != null) {
        RelationshipProperty property = property(side, side.join);
        side.property = property;
        properties.add(property);
        if (side.other != null && side.other.property != null) {
          property.inverse(side.other.property);
          side.other.property.inverse(property);
        }
      }
    }
    return properties;
  }

  private static RelationshipProperty property(Side side, Join join) {
    RelationshipDeclaration declared = side.declared;
    return new RelationshipProperty(
        side.owner,
        side.target,
        side.end,
        join.direction(),
        join.pairs(),
        join.secondary(),
        join.secondaryPairs(),
        join.criterion(),
        declared.orderBy(),
        declared.cascades(),
        declared.loading(),
        declared.isViewOnly(),
        declared.isPassiveDeletes());
  }
}
