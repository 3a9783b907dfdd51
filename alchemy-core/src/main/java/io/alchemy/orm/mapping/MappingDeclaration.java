package io.alchemy.orm.mapping;

import io.alchemy.error.MappingException;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.schema.Table;
import io.alchemy.sql.Expression;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user said about one class, by calls or by annotations; checked as a whole when the registry is configured. */
public final class MappingDeclaration {
  private final Class<?> type;
  private final Prepared prototype;
  private final Table table;
  private final Map<String, Expression<?>> columns = new LinkedHashMap<>();
  private final Map<String, RelationshipDeclaration> relationships = new LinkedHashMap<>();
  private final Set<String> excluded = new LinkedHashSet<>();
  private @Nullable String version;

  /**
   * @throws io.alchemy.error.NotPreparedException if the class was loaded before it was prepared
   * @throws MappingException if it is none whose instances can be rows
   */
  public MappingDeclaration(Class<?> type, Table table) {
    this.type = type;
    this.prototype = Prototypes.of(type);
    this.table = table;
  }

  public Class<?> type() {
    return type;
  }

  Prepared prototype() {
    return prototype;
  }

  public Table table() {
    return table;
  }

  /** The attribute {@code key} is kept in {@code column}, whatever their names. */
  public void column(String key, Expression<?> column) {
    if (columns.putIfAbsent(key, column) != null) {
      throw new MappingException(
          type.getSimpleName() + "." + key + " was given a column twice; remove one of them");
    }
  }

  /** The attribute {@code key} is a relationship; a second declaration of it is refused. */
  public RelationshipDeclaration relationship(String key, Class<?> target) {
    RelationshipDeclaration declaration = new RelationshipDeclaration(key, target);
    if (relationships.putIfAbsent(key, declaration) != null) {
      throw new MappingException(type.getSimpleName()
          + "."
          + key
          + " was declared as a relationship twice; configure it in one call of relationship(…)");
    }
    return declaration;
  }

  public void version(String key) {
    version = key;
  }

  /** The field is not persistent. */
  public void exclude(String field) {
    excluded.add(field);
  }

  Map<String, Expression<?>> columns() {
    return columns;
  }

  Map<String, RelationshipDeclaration> relationships() {
    return relationships;
  }

  Set<String> excluded() {
    return excluded;
  }

  @Nullable
  String version() {
    return version;
  }

  String name(String key) {
    return type.getSimpleName() + "." + key;
  }
}
