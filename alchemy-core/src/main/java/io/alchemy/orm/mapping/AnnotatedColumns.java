package io.alchemy.orm.mapping;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import io.alchemy.schema.ColumnDef;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the columns of plain annotated fields. */
final class AnnotatedColumns {
  private final Problems problems;

  AnnotatedColumns(Problems problems) {
    this.problems = problems;
  }

  static String name(PersistentField field) {
    Column column = field.field().getAnnotation(Column.class);
    return AnnotationNames.or(column == null ? "" : column.name(), field.name());
  }

  /** The column of a field, called by the field's name in maps of values; null where there can be none. */
  @Nullable
  ColumnDef<?> column(AnnotatedClass annotated, PersistentField field) {
    SqlType<?> type = type(annotated, field);
    return type == null ? null : column(annotated, field, type);
  }

  private <T> ColumnDef<T> column(
      AnnotatedClass annotated, PersistentField field, SqlType<T> type) {
    ColumnDef<T> column = io.alchemy.schema.Column.column(name(field), type).key(field.name());
    Column said = field.field().getAnnotation(Column.class);
    Basic basic = field.field().getAnnotation(Basic.class);
    if (field.is(Id.class)) {
      column.primaryKey();
      generate(annotated, field, column);
    } else if (field.field().getType().isPrimitive()
        || field.is(Version.class)
        || (said != null && !said.nullable())
        || (basic != null && !basic.optional())) {
      column.notNull();
    }
    if (said != null && said.unique()) {
      column.unique();
    }
    return column;
  }

  @SuppressWarnings("unchecked") // the type was checked to be that of UUIDs
  private <T> void generate(AnnotatedClass annotated, PersistentField field, ColumnDef<T> column) {
    GeneratedValue generated = field.field().getAnnotation(GeneratedValue.class);
    if (generated == null) {
      return;
    }
    boolean uuid = field.field().getType() == UUID.class;
    if (!generated.generator().isEmpty() || generated.strategy() == GenerationType.TABLE) {
      problems.add(
          annotated.name(field) + " says @GeneratedValue with a generator, which is not supported",
          "Use @GeneratedValue alone, or with IDENTITY, SEQUENCE or UUID");
    } else if (uuid) {
      ((ColumnDef<UUID>) (ColumnDef<?>) column).defaultFrom(UUID::randomUUID);
    } else if (generated.strategy() == GenerationType.SEQUENCE) {
      column.sequence(annotated.tableName() + "_seq");
    } else if (generated.strategy() == GenerationType.UUID) {
      problems.add(
          annotated.name(field) + " is to be a generated UUID, but is a "
              + field.field().getType().getSimpleName(),
          "Make the field a java.util.UUID");
    }
  }

  /** The type of a field's column; null, with a problem, where there is none. */
  @Nullable
  SqlType<?> type(AnnotatedClass annotated, PersistentField field) {
    Class<?> value = annotated.valueType(field);
    Column said = field.field().getAnnotation(Column.class);
    if (value != null) {
      value = Boxes.boxed(value);
    }
    if (field.field().getType() == java.util.List.class || value == null) {
      problems.add(
          annotated.name(field) + " is a " + field.field().getGenericType().getTypeName()
              + ", for which there is no column type",
          "Annotate it @OneToMany or @ManyToMany if it is a relationship, or @Transient");
      return null;
    }
    if (value == String.class) {
      return field.is(Lob.class) ? Types.TEXT : Types.unicode(said == null ? 255 : said.length());
    }
    if (value == BigDecimal.class) {
      boolean precise = said != null && said.precision() > 0;
      return Types.numeric(precise ? said.precision() : 38, precise ? said.scale() : 2);
    }
    Enumerated enumerated = field.field().getAnnotation(Enumerated.class);
    if (enumerated != null && enumerated.value() == EnumType.ORDINAL) {
      problems.add(
          annotated.name(field)
              + " is to be stored by its ordinal, which changes its meaning when constants move",
          "Use @Enumerated(EnumType.STRING), which is the default here");
      return null;
    }
    try {
      return Types.of(value);
    } catch (ArgumentException e) {
      problems.add(
          annotated.name(field) + " is a " + value.getSimpleName()
              + ", for which there is no column type",
          "Annotate it @ManyToOne or @OneToOne if it is a relationship, or @Transient; or map the class with"
              + " registry.map(…) to a table whose column has a type of your own");
      return null;
    }
  }
}
