package io.alchemy.orm.mapping;

import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import io.alchemy.schema.ColumnDef;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code jakarta.persistence} annotations: makes the tables of classes, and declares their mappings. */
public final class AnnotatedMappings {
  private final MetaData metadata;
  private final Problems problems = new Problems();
  private final AnnotatedColumns columns = new AnnotatedColumns(problems);
  private final Map<Class<?>, AnnotatedTable> tables = new LinkedHashMap<>();
  private final AnnotatedRelationships relationships;

  private AnnotatedMappings(MetaData metadata, Function<Class<?>, @Nullable Table> mapped) {
    this.metadata = metadata;
    this.relationships = new AnnotatedRelationships(metadata, tables, mapped, problems);
  }

  /**
   * The declarations of {@code types}; their tables are in {@code metadata} afterwards.
   *
   * @param mapped the tables of classes that are mapped already
   * @throws io.alchemy.error.MappingException that lists every mistake, and every annotation that is not supported
   */
  public static List<MappingDeclaration> read(
      MetaData metadata, Function<Class<?>, @Nullable Table> mapped, List<Class<?>> types) {
    return new AnnotatedMappings(metadata, mapped).read(types);
  }

  private List<MappingDeclaration> read(List<Class<?>> types) {
    AnnotationCheck check = new AnnotationCheck(problems);
    for (Class<?> type : types) {
      Prototypes.of(type);
      AnnotatedClass annotated = new AnnotatedClass(type);
      check.check(annotated);
      if (annotated.ids().isEmpty()) {
        problems.add(
            type.getSimpleName() + " has no field annotated @Id",
            "Annotate the fields that are its primary key");
      }
      tables.put(type, new AnnotatedTable(annotated));
    }
    problems.throwIfAny();
    tables.values().forEach(this::addColumns);
    tables.values().forEach(relationships::addForeignKeys);
    problems.throwIfAny();
    tables.values().forEach(table -> table.build(metadata));
    List<MappingDeclaration> declarations = new ArrayList<>();
    for (AnnotatedTable table : tables.values()) {
      declarations.add(declaration(table));
    }
    problems.throwIfAny();
    return declarations;
  }

  private void addColumns(AnnotatedTable table) {
    AnnotatedClass annotated = table.annotated();
    for (PersistentField field : annotated.fields()) {
      if (!field.isRelationship()) {
        ColumnDef<?> column = columns.column(annotated, field);
        if (column != null) {
          table.add(column);
        }
      }
    }
  }

  private MappingDeclaration declaration(AnnotatedTable table) {
    AnnotatedClass annotated = table.annotated();
    MappingDeclaration declaration = new MappingDeclaration(annotated.type(), table.table());
    for (PersistentField field : annotated.fields()) {
      if (field.isRelationship()) {
        relationships.declare(table, field, declaration);
      } else {
        String column = AnnotatedColumns.name(field);
        declaration.column(field.name(), table.table().column(column));
        if (field.is(Version.class)) {
          declaration.version(field.name());
        }
      }
    }
    return declaration;
  }
}
