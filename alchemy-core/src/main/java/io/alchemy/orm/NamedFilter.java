package io.alchemy.orm;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.Property;
import io.alchemy.orm.mapping.RelationshipCondition;
import io.alchemy.orm.mapping.RelationshipCondition.Test;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.orm.mapping.RelationshipReference;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.JoinStep;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition by the name of an attribute, looked for in the entities of a statement. */
final class NamedFilter {
  private final Mappers mappers;
  private final SelectSpec spec;

  /** An entity of the statement: a class, or an alias of one. */
  private record Place(Class<?> type, @Nullable EntityAlias alias) {}

  private NamedFilter(Mappers mappers, SelectSpec spec) {
    this.mappers = mappers;
    this.spec = spec;
  }

  static Condition of(Mappers mappers, SelectSpec spec, String attribute, @Nullable Object value) {
    return new NamedFilter(mappers, spec).condition(attribute, value);
  }

  private Condition condition(String attribute, @Nullable Object value) {
    Set<Place> places = places();
    List<Place> found = new ArrayList<>();
    for (Place place : places) {
      if (mappers.mapper(place.type()).property(attribute) != null) {
        found.add(place);
      }
    }
    if (found.size() != 1) {
      List<String> names = (found.isEmpty() ? places : found)
          .stream().map(place -> place.type().getSimpleName()).toList();
      throw new InvalidRequestException(
          found.isEmpty()
              ? "filterBy: none of the query's entities " + names + " has an attribute " + attribute
              : "filterBy: "
                  + attribute
                  + " is an attribute of several of the query's entities, "
                  + names
                  + "; say which with filter("
                  + names.get(0)
                  + "_."
                  + attribute
                  + ".eq(…))");
    }
    Place place = found.get(0);
    Mapper<?> mapper = mappers.mapper(place.type());
    Property property = mapper.property(attribute);
    return property instanceof RelationshipProperty relationship
        ? relationship(place, relationship, value)
        : column(place, (ColumnProperty) java.util.Objects.requireNonNull(property), value);
  }

  private static Condition column(Place place, ColumnProperty property, @Nullable Object value) {
    Expression<?> column = place.alias() == null
        ? ColumnAttribute.of(place.type(), property.key())
        : new AliasedAttribute<>(place.type(), property.key(), place.alias());
    return value == null
        ? new NullTest(column, false)
        : new Comparison(
            Operator.EQUAL,
            column,
            new BindValue<>(property.type(), property.type().convert(value)));
  }

  private static Condition relationship(
      Place place, RelationshipProperty relationship, @Nullable Object value) {
    RelationshipReference reference =
        new RelationshipPath(place.type(), relationship.key(), place.alias(), null, null);
    if (relationship.isCollection()) {
      if (value == null) {
        throw new InvalidRequestException(
            "filterBy: " + relationship + " is a collection; ask for isEmpty() with filter(…)");
      }
      return RelationshipCondition.compare(reference, Test.CONTAINS, value);
    }
    return value == null
        ? RelationshipCondition.exists(reference, Test.NONE, List.of())
        : RelationshipCondition.compare(reference, Test.IS, value);
  }

  private Set<Place> places() {
    Set<Place> places = new LinkedHashSet<>();
    spec.columns().forEach(one -> add(one, places));
    spec.froms().forEach(one -> add(one, places));
    for (JoinStep step : spec.joins()) {
      if (step.right() != null) {
        add(step.right(), places);
      }
      if (step.relationship() instanceof RelationshipReference joined) {
        add(joined, places);
      }
    }
    return places;
  }

  private void add(RelationshipReference joined, Set<Place> places) {
    if (mappers.mapper(joined.owner()).property(joined.key())
        instanceof RelationshipProperty relationship) {
      places.add(new Place(relationship.target().type(), joined.to()));
    }
  }

  private static void add(Object part, Set<Place> places) {
    if (part instanceof EntityClass<?> entity) {
      places.add(new Place(entity.type(), null));
    } else if (part instanceof EntityAlias aliased) {
      places.add(new Place(aliased.type(), aliased));
    } else if (part instanceof AttributeReference<?> attribute) {
      places.add(new Place(attribute.owner(), attribute.from()));
    } else if (part instanceof RowProjection<?> projection) {
      for (Selectable<?> inner : projection.selected()) {
        add(inner, places);
      }
    }
  }
}
