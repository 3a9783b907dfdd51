package io.alchemy.orm.mapping;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Turns declarations into mappers, and reports every mistake that is in them at once. */
public final class MappingConfiguration {
  /** Registries share the relationships that prepared classes know, so that two must not configure them at once. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Map<Class<?>, MappingDeclaration> declarations = new LinkedHashMap<>();
  private final Map<Class<?>, Mapper<?>> mappers = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  private MappingConfiguration(Collection<MappingDeclaration> declared) {
    for (MappingDeclaration declaration : declared) {
      declarations.put(declaration.type(), declaration);
    }
  }

  /**
   * The mappers of these classes, complete and checked.
   *
   * @throws io.alchemy.error.MappingException that lists every mistake with its cure
   */
  public static Mappers configure(Collection<MappingDeclaration> declared) {
    ONE_AT_A_TIME.lock();
    try {
      return new MappingConfiguration(declared).run();
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private Mappers run() {
    for (MappingDeclaration declaration : declarations.values()) {
      mappers.put(declaration.type(), mapper(declaration.type(), declaration));
    }
    RelationshipConfiguration relationships =
        new RelationshipConfiguration(declarations, mappers, problems);
    Map<Class<?>, List<RelationshipProperty>> configured = relationships.configure();
    Map<Class<?>, Set<Column<?>>> hidden = hiddenColumns(configured);
    for (Mapper<?> mapper : mappers.values()) {
      checkColumns(mapper, hidden.getOrDefault(mapper.type(), Set.of()));
      checkFields(mapper, relationships.keys(mapper.type()));
    }
    problems.throwIfAny();
    for (Mapper<?> mapper : mappers.values()) {
      Class<?> type = mapper.type();
      mapper.complete(
          configured.getOrDefault(type, List.of()),
          List.copyOf(hidden.getOrDefault(type, Set.of())),
          relationships.topology(mapper));
    }
    return new MapperSet(mappers);
  }

  private <E> Mapper<E> mapper(Class<E> type, MappingDeclaration declaration) {
    Prepared prototype = declaration.prototype();
    PreparedClass prepared = prototype.alchemy$class();
    List<Column<?>> key = declaration.table().primaryKey();
    if (key.isEmpty()) {
      problems.add(
          type.getSimpleName() + ": the table " + declaration.table().name()
              + " has no primary key",
          "Mark its columns with primaryKey(), so that rows and instances can be told apart");
    }
    List<ColumnProperty> columns = new ColumnMatcher(declaration, prepared, problems).match(key);
    List<ColumnProperty> keyProperties = new ArrayList<>();
    for (Column<?> column : key) {
      columns.stream()
          .filter(property -> property.column() == column)
          .findFirst()
          .ifPresentOrElse(
              keyProperties::add,
              () -> problems.add(
                  type.getSimpleName()
                      + ": no field keeps the primary key column "
                      + ForeignKeyPaths.name(column),
                  "Add a field "
                      + column.key()
                      + ", or name the field with column(attribute, column)"));
    }
    return new Mapper<>(
        type,
        prototype,
        declaration.table(),
        columns,
        keyProperties,
        version(declaration, columns));
  }

  private @Nullable ColumnProperty version(
      MappingDeclaration declaration, List<ColumnProperty> columns) {
    String key = declaration.version();
    if (key == null) {
      return null;
    }
    for (ColumnProperty property : columns) {
      if (property.key().equals(key)) {
        Class<?> value = property.type().javaType();
        if (value != Integer.class && value != Long.class && value != Short.class) {
          problems.add(
              declaration.name(key) + " cannot count versions, since it is a "
                  + value.getSimpleName(),
              "Make it an Integer, a Long or a Short");
        }
        return property;
      }
    }
    problems.add(
        declaration.name(key) + " is to count versions, but no column keeps it",
        "Add the column to the table " + declaration.table().name());
    return null;
  }

  /** Foreign key columns of each class that its relationships, or those that lead to it, use and no attribute keeps. */
  private Map<Class<?>, Set<Column<?>>> hiddenColumns(
      Map<Class<?>, List<RelationshipProperty>> configured) {
    Map<Class<?>, Set<Column<?>>> hidden = new LinkedHashMap<>();
    for (List<RelationshipProperty> properties : configured.values()) {
      for (RelationshipProperty property : properties) {
        for (ColumnPair pair : property.pairs()) {
          switch (property.direction()) {
            case MANY_TO_ONE -> hide(hidden, property.owner(), pair.near());
            case ONE_TO_MANY -> hide(hidden, property.target(), pair.far());
            case MANY_TO_MANY -> {}
          }
        }
      }
    }
    return hidden;
  }

  private static void hide(
      Map<Class<?>, Set<Column<?>>> hidden, Mapper<?> mapper, Column<?> column) {
    if (mapper.property(column) == null) {
      hidden.computeIfAbsent(mapper.type(), type -> new LinkedHashSet<>()).add(column);
    }
  }

  private void checkColumns(Mapper<?> mapper, Set<Column<?>> hidden) {
    for (Column<?> column : mapper.table().columns()) {
      if (mapper.property(column) == null
          && !hidden.contains(column)
          && !mapper.table().primaryKey().contains(column)
          && !column.isNullable()
          && column.defaultGenerator() == null
          && column.serverDefault() == null) {
        problems.add(
            mapper.type().getSimpleName()
                + ": no field keeps the column "
                + ForeignKeyPaths.name(column)
                + ", which is NOT NULL and has no default, so no instance could be inserted",
            "Add a field " + column.key() + ", or name the field with column(attribute, column)");
      }
    }
  }

  private void checkFields(Mapper<?> mapper, Set<String> relationships) {
    PreparedClass prepared = mapper.prepared();
    MappingDeclaration declaration = declarations.get(mapper.type());
    Set<String> kept = new HashSet<>(relationships);
    mapper.columns().forEach(property -> kept.add(property.key()));
    if (declaration != null) {
      kept.addAll(declaration.excluded());
      for (String excluded : declaration.excluded()) {
        if (prepared.indexOf(excluded) < 0) {
          problems.add(
              declaration.name(excluded)
                  + " is excluded, but the class has no such persistent field",
              "Remove the exclude(…) or correct the name");
        }
      }
    }
    for (int attribute = 0; attribute < prepared.size(); attribute++) {
      String name = prepared.name(attribute);
      if (!kept.contains(name)) {
        problems.add(
            mapper.type().getSimpleName()
                + "."
                + name
                + " is neither kept in a column of "
                + mapper.table().name()
                + " nor a relationship",
            "Add the column, name it with column(attribute, column), declare the relationship, or make the field"
                + " transient or exclude(\""
                + name
                + "\")");
      }
    }
  }

  /** Cascades that only make sense where a member has one parent. */
  static boolean needsSingleParent(Set<Cascade> cascades, Direction direction) {
    return cascades.contains(Cascade.DELETE_ORPHAN) && direction != Direction.ONE_TO_MANY;
  }
}
