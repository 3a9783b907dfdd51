package io.alchemy.orm.mapping;

import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the field for each column: the one declared for it, else the one of its key, else the one whose name is the same
 * but for case and underscores ({@code posted_at} and {@code postedAt}).
 */
final class ColumnMatcher {
  private final MappingDeclaration declaration;
  private final PreparedClass prepared;
  private final Problems problems;
  private final Map<Integer, Column<?>> byAttribute = new HashMap<>();

  ColumnMatcher(MappingDeclaration declaration, PreparedClass prepared, Problems problems) {
    this.declaration = declaration;
    this.prepared = prepared;
    this.problems = problems;
  }

  /** The properties in the table's order; columns without a field are left out. */
  List<ColumnProperty> match(List<Column<?>> primaryKey) {
    declaration.columns().forEach(this::declared);
    for (Column<?> column : declaration.table().columns()) {
      if (!byAttribute.containsValue(column)) {
        int attribute = find(column);
        if (attribute >= 0) {
          byAttribute.put(attribute, column);
        }
      }
    }
    List<ColumnProperty> found = new ArrayList<>();
    for (Column<?> column : declaration.table().columns()) {
      byAttribute.forEach((attribute, kept) -> {
        if (kept == column) {
          checkType(attribute, column);
          found.add(new ColumnProperty(
              prepared.name(attribute),
              attribute,
              column,
              found.size(),
              primaryKey.contains(column)));
        }
      });
    }
    return found;
  }

  private void declared(String key, Expression<?> expression) {
    int attribute = prepared.indexOf(key);
    if (attribute < 0) {
      problems.add(
          declaration.name(key) + " is given a column, but the class has no such persistent field",
          "Correct the name; static, transient and final fields are not persistent");
    } else if (!(expression instanceof Column<?> column) || column.table() != declaration.table()) {
      problems.add(
          declaration.name(key) + " is given a column that is not of the table "
              + declaration.table().name(),
          "Give it a column of that table");
    } else if (byAttribute.containsValue(column)) {
      problems.add(
          declaration.name(key) + " is given a column that another attribute keeps: "
              + column.name(),
          "Keep a column in one attribute, and exclude(…) the other");
    } else {
      byAttribute.put(attribute, column);
    }
  }

  private int find(Column<?> column) {
    int exact = prepared.indexOf(column.key());
    if (isFree(exact)) {
      return exact;
    }
    exact = prepared.indexOf(column.name());
    if (isFree(exact)) {
      return exact;
    }
    String plain = plain(column.key());
    for (int attribute = 0; attribute < prepared.size(); attribute++) {
      if (plain(prepared.name(attribute)).equals(plain) && isFree(attribute)) {
        return attribute;
      }
    }
    return -1;
  }

  private boolean isFree(int attribute) {
    if (attribute < 0 || byAttribute.containsKey(attribute)) {
      return false;
    }
    String name = prepared.name(attribute);
    return !declaration.excluded().contains(name)
        && !declaration.relationships().containsKey(name);
  }

  private void checkType(int attribute, Column<?> column) {
    Class<?> field = Boxes.boxed(prepared.fieldType(attribute));
    Class<?> value = column.type().javaType();
    if (!field.isAssignableFrom(value)) {
      problems.add(
          declaration.name(prepared.name(attribute))
              + " is a "
              + field.getSimpleName()
              + ", but the column "
              + ForeignKeyPaths.name(column)
              + " ("
              + column.type().name()
              + ") holds "
              + value.getSimpleName(),
          "Change the type of the field or of the column");
    }
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
