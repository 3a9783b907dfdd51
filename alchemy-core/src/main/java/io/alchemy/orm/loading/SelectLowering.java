package io.alchemy.orm.loading;

import io.alchemy.compile.Lowered;
import io.alchemy.orm.loading.EntityItems.Entity;
import io.alchemy.orm.loading.EntityPlan.Item;
import io.alchemy.orm.loading.EntityReader.ColumnRead;
import io.alchemy.orm.loading.EntityReader.HiddenReference;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.ColumnSource;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.RelationshipJoin;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.orm.mapping.RelationshipReference;
import io.alchemy.schema.Column;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.JoinNode;
import io.alchemy.sql.node.JoinStep;
import io.alchemy.sql.node.KeyedFrom;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.Relocated;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.RowSource;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.sql.node.SelectSpec;
import io.alchemy.sql.node.SelectSpec.Compound;
import io.alchemy.sql.node.TableAlias;
import io.alchemy.types.Database;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a SELECT of entities one of explicit columns, with the joins of eagerly loaded relationships, and the plan by which
 * its rows are read. The user's conditions are reused as they are.
 *
 * <p>Collections are joined only where each row of the statement is another instance; elsewhere they load by
 * {@code SELECT … IN}, so that no option changes how many rows a statement gives. A limited statement becomes a subquery
 * to which collections are joined.
 */
final class SelectLowering {
  private final Mappers mappers;
  private final Database database;
  private final RuledSelect statement;
  private final List<Mapper<?>> path;
  private final SelectSpec spec;
  private final boolean joins;
  private final boolean joinsCollections;

  private final List<Selectable<?>> columns = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final List<EntityReader> readers = new ArrayList<>();
  private final List<JoinStep> joined = new ArrayList<>();
  private final List<Ordering> order = new ArrayList<>();
  private boolean once;

  private SelectLowering(
      SelectSpec spec, RuledSelect statement, Mappers mappers, Database database) {
    this.spec = spec;
    this.statement = statement;
    this.mappers = mappers;
    this.database = database;
    this.path = statement.path();
    this.joins = spec.groupBy().isEmpty() && !spec.forUpdate() && spec.compound() == null;
    this.joinsCollections = joins && !statement.streams() && eachRowIsAnotherInstance();
  }

  static Lowered<EntityPlan> lower(RuledSelect statement, Mappers mappers, Database database) {
    return new SelectLowering(statement.select().spec(), statement, mappers, database)
        .lower(statement.rules());
  }

  private Lowered<EntityPlan> lower(List<LoadRules> rules) {
    SelectSpec core = spec.compound() != null
        ? compound(spec.compound(), rules)
        : limits(rules) ? wrapped(rules) : plain(rules);
    return new Lowered<>(Select.of(core), new EntityPlan(items, readers, once));
  }

  private SelectSpec plain(List<LoadRules> rules) {
    List<EntityReader> roots = new ArrayList<>();
    for (Selectable<?> one : spec.columns()) {
      select(one, rules, roots);
    }
    List<Entity> entities = EntityItems.of(spec.columns());
    for (int i = 0; i < roots.size(); i++) {
      addJoins(roots.get(i), source(entities.get(i)), rules.get(i), path);
    }
    return spec.change(draft -> {
      draft.columns = List.copyOf(columns);
      draft.single = false;
      draft.record = null;
      draft.joins = SelectDraft.plus(spec.joins(), joined);
      draft.orderBy = SelectDraft.plus(spec.orderBy(), order);
      draft.options = List.of();
    });
  }

  /** {@code SELECT … FROM (SELECT entity … LIMIT n) LEFT JOIN collection … ORDER BY …}. */
  private SelectSpec wrapped(List<LoadRules> rules) {
    Entity entity = EntityItems.of(spec.columns()).get(0);
    Mapper<?> mapper = mappers.mapper(entity.type());
    ColumnSource inside = source(entity);
    List<Column<?>> needed = new ArrayList<>(neededBy(mapper, rules.get(0)));
    List<Selectable<?>> inner = new ArrayList<>();
    needed.forEach(column -> inner.add(new Labeled<>(inside.at(column), "c" + inner.size())));
    List<Expression<?>> sorted = new ArrayList<>();
    for (Ordering element : spec.orderBy()) {
      sorted.add(Ordered.of(element).expression());
      inner.add(new Labeled<>(Ordered.of(element).expression(), "c" + inner.size()));
    }
    SelectSpec limited = spec.change(draft -> {
      draft.columns = List.copyOf(inner);
      draft.single = false;
      draft.options = List.of();
    });
    SelectAlias subquery = new SelectAlias(SelectAlias.Kind.SUBQUERY, null, Select.of(limited));
    ColumnSource outside =
        column -> new OutputColumn<>(subquery, needed.indexOf(column), column.type());
    EntityReader root = reader(mapper, null, null, outside, rules.get(0));
    items.add(new Item(root, 0));
    addJoins(root, outside, rules.get(0), path);
    List<Ordering> outerOrder = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Ordered element = Ordered.of(spec.orderBy().get(i));
      outerOrder.add(new Ordered(
          new OutputColumn<>(subquery, needed.size() + i, null),
          element.descending(),
          element.nulls()));
    }
    outerOrder.addAll(order);
    return Sql.select(columns).spec().change(draft -> {
      draft.froms = List.of(subquery);
      draft.joins = List.copyOf(joined);
      draft.orderBy = List.copyOf(outerOrder);
    });
  }

  /** The members of a UNION select the same columns; what is loaded beside them loads afterwards. */
  private SelectSpec compound(Compound compound, List<LoadRules> rules) {
    List<EntityReader> roots = new ArrayList<>();
    for (Selectable<?> one : spec.columns()) {
      select(one, rules, roots);
    }
    List<Select<?>> members = new ArrayList<>();
    for (Select<?> member : compound.members()) {
      members.add((Select<?>) new SelectLowering(member.spec(), statement, mappers, database)
          .lower(rules)
          .core());
    }
    return spec.change(draft -> {
      draft.columns = List.copyOf(columns);
      draft.single = false;
      draft.record = null;
      draft.options = List.of();
      draft.compound = new Compound(compound.kind(), members);
    });
  }

  // ---- what is selected

  private void select(Selectable<?> one, List<LoadRules> rules, List<EntityReader> roots) {
    Entity entity = EntityItems.entity(one);
    if (entity != null) {
      Mapper<?> mapper = mappers.mapper(entity.type());
      EntityReader root = reader(mapper, null, null, source(entity), rules.get(roots.size()));
      roots.add(root);
      items.add(new Item(root, 0));
    } else if (one instanceof RowProjection<?> projection) {
      for (Selectable<?> part : projection.selected()) {
        select(part, rules, roots);
      }
    } else if (one instanceof RowSource source) {
      source.columns().forEach(this::selectColumn);
    } else {
      selectColumn(one);
    }
  }

  /** A user's columns are selected as often as they were said; the keys that a loader asks for may be the entity's own. */
  private void selectColumn(Selectable<?> column) {
    int known = statement.isLoaders() ? columns.indexOf(column) : -1;
    if (known < 0) {
      columns.add(column);
    }
    items.add(new Item(null, known < 0 ? columns.size() : known + 1));
  }

  private static ColumnSource source(Entity entity) {
    return ColumnSource.of(entity.alias() == null ? null : entity.alias().alias());
  }

  private EntityReader reader(
      Mapper<?> mapper,
      @Nullable EntityReader owner,
      @Nullable RelationshipProperty via,
      ColumnSource source,
      LoadRules rules) {
    List<Column<?>> needed = neededBy(mapper, rules);
    int before = columns.size();
    for (Column<?> column : needed) {
      columns.add(source.at(column));
    }
    List<ColumnRead> key = new ArrayList<>();
    mapper.primaryKey().forEach(part -> key.add(read(-1, part.column(), needed, before)));
    List<ColumnRead> reads = new ArrayList<>();
    for (ColumnProperty property : mapper.columns()) {
      if (rules.reads(property, mapper)) {
        reads.add(read(property.attribute(), property.column(), needed, before));
      }
    }
    List<HiddenReference> hidden = new ArrayList<>();
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (HiddenKeys.has(relationship)) {
        hidden.add(new HiddenReference(
            relationship,
            relationship.pairs().stream()
                .map(pair -> read(-1, pair.near(), needed, before))
                .toArray(ColumnRead[]::new)));
      }
    }
    EntityReader made = new EntityReader(readers.size(), mapper, owner, via, key, reads, hidden);
    readers.add(made);
    return made;
  }

  private ColumnRead read(int attribute, Column<?> column, List<Column<?>> needed, int before) {
    return new ColumnRead(
        attribute, before + needed.indexOf(column) + 1, database.codec(column.type()));
  }

  /** The columns to read: those of the attributes that load, and foreign keys that eager joins or hidden references need. */
  private static List<Column<?>> neededBy(Mapper<?> mapper, LoadRules rules) {
    List<Column<?>> needed = new ArrayList<>();
    for (ColumnProperty property : mapper.columns()) {
      if (rules.reads(property, mapper)) {
        needed.add(property.column());
      }
    }
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (HiddenKeys.has(relationship) || rules.action(relationship) == Action.JOINED) {
        for (ColumnPair pair : relationship.pairs()) {
          if (!needed.contains(pair.near())) {
            needed.add(pair.near());
          }
        }
      }
    }
    return needed;
  }

  // ---- what is joined

  private void addJoins(
      EntityReader reader, ColumnSource near, LoadRules rules, List<Mapper<?>> above) {
    List<Mapper<?>> below = new ArrayList<>(above);
    below.add(reader.mapper());
    for (RelationshipProperty relationship : reader.mapper().relationships()) {
      Action action = rules.action(relationship);
      if (action == Action.CONTAINS_EAGER) {
        addContained(reader, relationship, rules, below);
      } else if (action == Action.JOINED && isJoined(relationship, rules, below)) {
        addJoin(reader, relationship, near, rules, below);
      }
    }
  }

  private boolean isJoined(
      RelationshipProperty relationship, LoadRules rules, List<Mapper<?>> path) {
    boolean said = rules.rule(relationship.key()) != null;
    return (relationship.isCollection() ? joinsCollections : joins)
        && (said || !path.contains(relationship.target()));
  }

  private void addJoin(
      EntityReader reader,
      RelationshipProperty relationship,
      ColumnSource near,
      LoadRules rules,
      List<Mapper<?>> path) {
    Alias far = TableAlias.anonymous(relationship.target().table());
    Condition criterion = rules.criterion(relationship.key());
    for (RelationshipJoin join : RelationshipJoin.loading(
        relationship,
        near,
        far,
        criterion == null ? null : RelationshipJoin.about(relationship, criterion, far))) {
      joined.add(new JoinStep(JoinNode.Kind.LEFT, join.right(), join.on(), null));
    }
    if (relationship.isCollection()) {
      once = true;
      relationship.orderBy().forEach(element -> order.add(relocated(element, relationship, far)));
    }
    LoadRules next = rules.next(relationship.key());
    ColumnSource source = ColumnSource.of(far);
    EntityReader member = reader(relationship.target(), reader, relationship, source, next);
    addJoins(member, source, next, path);
  }

  private static Ordering relocated(
      Ordering element, RelationshipProperty relationship, Alias far) {
    Ordered ordered = Ordered.of(element);
    return new Ordered(
        new Relocated(ordered.expression(), relationship.target().table(), far),
        ordered.descending(),
        ordered.nulls());
  }

  /** What the user joined is read as the relationship's members. */
  private void addContained(
      EntityReader reader,
      RelationshipProperty relationship,
      LoadRules rules,
      List<Mapper<?>> path) {
    ColumnSource source = ColumnSource.of(joinedAlias(relationship));
    once |= relationship.isCollection();
    LoadRules next = rules.next(relationship.key());
    EntityReader member = reader(relationship.target(), reader, relationship, source, next);
    addJoins(member, source, next, path);
  }

  private @Nullable Alias joinedAlias(RelationshipProperty relationship) {
    for (JoinStep step : spec.joins()) {
      if (step.relationship() instanceof RelationshipReference joinedBy
          && joinedBy.key().equals(relationship.key())
          && joinedBy.owner() == relationship.owner().type()
          && joinedBy.to() != null) {
        return joinedBy.to().alias();
      }
    }
    return null;
  }

  // ---- what the statement allows

  private boolean eachRowIsAnotherInstance() {
    return spec.columns().size() == 1
        && EntityItems.entity(spec.columns().get(0)) != null
        && isOfItsTableAlone()
        && spec.joins().stream().allMatch(this::leadsToOne);
  }

  private boolean isOfItsTableAlone() {
    if (spec.froms().size() != 1) {
      return spec.froms().isEmpty();
    }
    From from = spec.froms().get(0);
    return spec.columns().get(0) instanceof EntityClass<?> entity
        && (from instanceof KeyedFrom keyed ? keyed.source() : from)
            == mappers.mapper(entity.type()).table();
  }

  private boolean leadsToOne(JoinStep step) {
    return step.relationship() instanceof RelationshipReference reference
        && mappers.mapper(reference.owner()).property(reference.key())
            instanceof RelationshipProperty property
        && property.direction() == Direction.MANY_TO_ONE;
  }

  /** Whether rows are counted or compared, and a collection is joined. */
  private boolean limits(List<LoadRules> rules) {
    boolean counted = spec.limit() != null
        || spec.offset() != null
        || spec.after() != null
        || spec.distinct()
        || !spec.distinctOn().isEmpty();
    if (!counted || !joinsCollections) {
      return false;
    }
    Entity entity = EntityItems.of(spec.columns()).get(0);
    return joinsCollection(mappers.mapper(entity.type()), rules.get(0), path);
  }

  private boolean joinsCollection(Mapper<?> mapper, LoadRules rules, List<Mapper<?>> above) {
    List<Mapper<?>> below = new ArrayList<>(above);
    below.add(mapper);
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (rules.action(relationship) == Action.JOINED
          && isJoined(relationship, rules, below)
          && (relationship.isCollection()
              || joinsCollection(relationship.target(), rules.next(relationship.key()), below))) {
        return true;
      }
    }
    return false;
  }
}
