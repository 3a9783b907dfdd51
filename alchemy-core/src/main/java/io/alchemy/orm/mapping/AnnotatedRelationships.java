package io.alchemy.orm.mapping;

import io.alchemy.orm.Loading;
import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import io.alchemy.schema.Column;
import io.alchemy.schema.ColumnDef;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.PrimaryKey;
import io.alchemy.schema.SchemaItem;
import io.alchemy.schema.Table;
import io.alchemy.schema.UniqueKey;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Operator;
import io.alchemy.types.SqlType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the foreign keys and link tables of annotated relationships, and declares them. */
final class AnnotatedRelationships {
  private final MetaData metadata;
  private final Map<Class<?>, AnnotatedTable> tables;
  private final Function<Class<?>, @Nullable Table> mapped;
  private final Problems problems;

  /** A column of a key, before its table is made. */
  private record KeyPart(String name, SqlType<?> type) {}

  /** What a foreign key refers to. */
  private record Key(String table, List<KeyPart> parts) {}

  AnnotatedRelationships(
      MetaData metadata,
      Map<Class<?>, AnnotatedTable> tables,
      Function<Class<?>, @Nullable Table> mapped,
      Problems problems) {
    this.metadata = metadata;
    this.tables = tables;
    this.mapped = mapped;
    this.problems = problems;
  }

  // ---- foreign key columns

  void addForeignKeys(AnnotatedTable table) {
    for (PersistentField field : table.annotated().fields()) {
      if (!field.isRelationship() || field.is(Id.class)) {
        if (field.is(Id.class) && field.isRelationship()) {
          problems.add(
              table.annotated().name(field) + " is a relationship and @Id, which is not supported",
              "Give the class an @Id of its own");
        }
        continue;
      }
      AnnotatedRelationship said = new AnnotatedRelationship(table.annotated(), field);
      if (said.target() == null) {
        problems.add(
            table.annotated().name(field) + " does not say what it leads to",
            "Declare it with a type argument: List<Comment>");
      } else if (said.ownsForeignKey()) {
        addForeignKey(table, table, said, said.target(), said.isOneToOne());
      } else if (said.isOneToManyByColumn()) {
        AnnotatedTable target = tables.get(said.target());
        if (target == null) {
          problems.add(
              said.name() + " puts its @JoinColumn into the table of "
                  + said.target().getSimpleName() + ", which is not mapped in the same call",
              "Name both classes in one mapAnnotated(…), or use mappedBy");
        } else {
          addForeignKey(target, table, said, table.annotated().type(), false);
        }
      }
    }
  }

  /** Adds the columns of {@code said} to {@code holder}; they refer to the key of {@code referred}. */
  private void addForeignKey(
      AnnotatedTable holder,
      AnnotatedTable owner,
      AnnotatedRelationship said,
      Class<?> referred,
      boolean unique) {
    Key key = key(said, referred);
    if (key == null) {
      return;
    }
    JoinColumn join = said.joinColumn();
    List<Column<?>> columns = new ArrayList<>();
    for (KeyPart part : key.parts()) {
      String name = join != null && !join.name().isEmpty() && key.parts().size() == 1
          ? join.name()
          : AnnotationNames.snake(said.key()) + "_" + part.name();
      ColumnDef<?> column = holder.column(name);
      if (column == null) {
        column = Column.column(name, part.type());
        holder.add(column);
      }
      if (!said.isOptional() || (join != null && !join.nullable())) {
        column.notNull();
      }
      if ((unique || (join != null && join.unique())) && key.parts().size() == 1) {
        column.unique();
      }
      columns.add(column);
    }
    refer(holder, columns, key);
    if (unique && key.parts().size() > 1) {
      holder.add(UniqueKey.of(columns.stream().map(Column::name).toArray(String[]::new)));
    }
    owner.foreignKey(said.key(), columns);
  }

  private static void refer(AnnotatedTable holder, List<Column<?>> columns, Key key) {
    String[] targets =
        key.parts().stream().map(part -> key.table() + "." + part.name()).toArray(String[]::new);
    if (columns.size() == 1) {
      ((ColumnDef<?>) columns.get(0)).references(targets[0]);
    } else {
      holder.add(ForeignKey.from(columns.stream().map(Column::name).toArray(String[]::new))
          .to(targets));
    }
  }

  /** The key of a class: of one annotated here or elsewhere, or of one that is mapped to a table. */
  private @Nullable Key key(AnnotatedRelationship said, Class<?> referred) {
    Table table = mapped.apply(referred);
    if (table != null) {
      return new Key(
          table.key(),
          table.primaryKey().stream()
              .map(column -> new KeyPart(column.name(), column.type()))
              .toList());
    }
    AnnotatedTable known = tables.get(referred);
    AnnotatedClass annotated = known == null ? new AnnotatedClass(referred) : known.annotated();
    AnnotatedColumns columns = new AnnotatedColumns(problems);
    List<KeyPart> parts = new ArrayList<>();
    for (PersistentField id : annotated.ids()) {
      SqlType<?> type = columns.type(annotated, id);
      if (type != null) {
        parts.add(new KeyPart(AnnotatedColumns.name(id), type));
      }
    }
    if (parts.isEmpty()) {
      problems.add(
          said.name() + " leads to " + referred.getSimpleName()
              + ", which has no @Id and is not mapped",
          "Map " + referred.getSimpleName() + " first, or annotate its key");
      return null;
    }
    String schema = annotated.schema() == null ? metadata.schema() : annotated.schema();
    String name = annotated.tableName();
    return new Key(schema == null ? name : schema + "." + name, parts);
  }

  // ---- declarations

  void declare(AnnotatedTable table, PersistentField field, MappingDeclaration declaration) {
    AnnotatedRelationship said = new AnnotatedRelationship(table.annotated(), field);
    Class<?> target = said.target();
    if (target == null) {
      return;
    }
    RelationshipDeclaration relationship = declaration.relationship(said.key(), target);
    if (said.mappedBy() != null) {
      relationship.mappedBy(said.mappedBy());
    } else if (said.isLinked()) {
      link(table, said, target, relationship);
    } else {
      relationship.foreignKeys(table.foreignKey(said.key()).toArray(Expression<?>[]::new));
    }
    relationship.cascade(said.cascades());
    if (said.isOneToOne() || said.isOneToMany()) {
      relationship.singleParent();
    }
    if (said.isEager()) {
      relationship.lazy(Loading.SELECTIN);
    }
    if (said.mapKey() != null) {
      relationship.mapKey(said.mapKey());
    }
    relationship.orderBy(said.order().toArray(Ordering[]::new));
  }

  /** Makes the link table, and says how it joins both sides. */
  private void link(
      AnnotatedTable table,
      AnnotatedRelationship said,
      Class<?> target,
      RelationshipDeclaration relationship) {
    Key near = key(said, table.annotated().type());
    Key far = key(said, target);
    if (near == null || far == null) {
      return;
    }
    JoinTable join = said.joinTable();
    String name = join == null || join.name().isEmpty()
        ? table.annotated().tableName() + "_" + lastPart(far.table())
        : join.name();
    List<ColumnDef<?>> nearColumns =
        linkColumns(near, said.inverseName(), join == null ? null : join.joinColumns());
    List<ColumnDef<?>> farColumns =
        linkColumns(far, said.key(), join == null ? null : join.inverseJoinColumns());
    List<SchemaItem> items = new ArrayList<>();
    items.addAll(nearColumns);
    items.addAll(farColumns);
    items.add(foreignKey(nearColumns, near));
    items.add(foreignKey(farColumns, far));
    List<String> all = new ArrayList<>();
    nearColumns.forEach(column -> all.add(column.name()));
    farColumns.forEach(column -> all.add(column.name()));
    items.add(PrimaryKey.of(all.toArray(String[]::new)));
    if (said.isOneToMany()) {
      items.add(UniqueKey.of(farColumns.stream().map(Column::name).toArray(String[]::new)));
    }
    Table made = new Table(name, metadata, items.toArray(SchemaItem[]::new));
    relationship.secondary(made);
    relationship.primaryJoin(on(nearColumns, table.table().primaryKey()));
    relationship.secondaryJoin(on(farColumns, keyColumns(target)));
  }

  private List<Column<?>> keyColumns(Class<?> target) {
    Table table = mapped.apply(target);
    return table != null ? table.primaryKey() : requireTable(target).primaryKey();
  }

  private Table requireTable(Class<?> target) {
    AnnotatedTable known = tables.get(target);
    return known == null ? metadata.table(new AnnotatedClass(target).tableName()) : known.table();
  }

  private static String lastPart(String tableKey) {
    return tableKey.substring(tableKey.lastIndexOf('.') + 1);
  }

  private static List<ColumnDef<?>> linkColumns(
      Key key, String prefix, JoinColumn @Nullable [] said) {
    List<ColumnDef<?>> columns = new ArrayList<>();
    for (KeyPart part : key.parts()) {
      String name = said != null
              && said.length == 1
              && key.parts().size() == 1
              && !said[0].name().isEmpty()
          ? said[0].name()
          : AnnotationNames.snake(prefix) + "_" + part.name();
      columns.add(Column.column(name, part.type()));
    }
    return columns;
  }

  private static ForeignKey foreignKey(List<ColumnDef<?>> columns, Key key) {
    return ForeignKey.from(columns.stream().map(Column::name).toArray(String[]::new))
        .to(key.parts().stream()
            .map(part -> key.table() + "." + part.name())
            .toArray(String[]::new));
  }

  private static Condition on(List<ColumnDef<?>> link, List<Column<?>> key) {
    List<Condition> equal = new ArrayList<>();
    for (int i = 0; i < link.size(); i++) {
      equal.add(new Comparison(Operator.EQUAL, link.get(i), key.get(i)));
    }
    return equal.size() == 1 ? equal.get(0) : Sql.and(equal);
  }
}
