package io.alchemy.orm;

import io.alchemy.error.MappingException;
import io.alchemy.orm.instrument.Preparation;
import io.alchemy.orm.mapping.AnnotatedMappings;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.MappingConfiguration;
import io.alchemy.orm.mapping.MappingDeclaration;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.From;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are kept in which tables. It belongs to whoever made it: nothing about mappings is global.
 *
 * <p>All mappings are checked together by {@link #configure()}, or when the registry is first used; afterwards it does
 * not change. It may be used by many threads.
 */
public final class Registry {
  private final MetaData metadata;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Class<?>, MappingDeclaration> declarations = new LinkedHashMap<>();
  private volatile @Nullable Mappers configured;

  /**
   * A registry whose annotated classes get their tables in {@code metadata}. Mapped classes that the compiler did not
   * prepare, and that are not loaded yet, are prepared now.
   */
  public Registry(MetaData metadata) {
    Preparation.ensure();
    this.metadata = metadata;
  }

  /** Where the tables of annotated classes are made. */
  public MetaData metadata() {
    return metadata;
  }

  /**
   * Maps a class to a table: each column to the field of its name ({@code posted_at} to {@code postedAt} too). Fields
   * that are neither kept in a column nor declared as relationships must be transient or excluded.
   *
   * @throws MappingException if the class is mapped here already, or the registry is in use
   * @throws io.alchemy.error.NotPreparedException if the class was loaded before it was prepared
   */
  public <E> EntityMapping<E> map(Class<E> type, From source) {
    if (!(source instanceof Table table)) {
      throw new MappingException(type.getName()
          + " can only be mapped to a table, not to "
          + source
          + ". Map the table, and read joins or subqueries with AliasedClass.of("
          + type.getSimpleName()
          + ".class, alias).");
    }
    MappingDeclaration declaration = new MappingDeclaration(type, table);
    declare(declaration);
    return new DeclaredMapping<>(declaration);
  }

  /**
   * Maps classes by their {@code jakarta.persistence} annotations; their tables, foreign keys and link tables are made in
   * the registry's metadata.
   *
   * @throws MappingException if an annotation is used that is not supported, naming it
   */
  public void mapAnnotated(Class<?>... types) {
    lock.lock();
    try {
      for (Class<?> type : types) {
        requireNew(type);
      }
      AnnotatedMappings.read(metadata, this::declaredTable, List.of(types)).forEach(this::declare);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Table declaredTable(Class<?> type) {
    MappingDeclaration declaration = declarations.get(type);
    return declaration == null ? null : declaration.table();
  }

  /**
   * The table that instances of {@code type} are kept in.
   *
   * @throws MappingException if the class is not mapped here
   */
  public Table table(Class<?> type) {
    return mappers().mapper(type).table();
  }

  /**
   * The metadata of all tables that are mapped here, link tables included; the registry's own comes first. What has to be
   * created for the mapped classes to be kept.
   */
  public Set<MetaData> allMetadata() {
    Set<MetaData> all = new LinkedHashSet<>();
    all.add(metadata);
    for (Mapper<?> mapper : mappers().all()) {
      all.add(mapper.table().metadata());
      for (RelationshipProperty relationship : mapper.relationships()) {
        if (relationship.secondary() != null) {
          all.add(relationship.secondary().metadata());
        }
      }
    }
    return all;
  }

  /**
   * Checks all mappings as a whole and completes them; does nothing the second time. Called by the first use too.
   *
   * @throws MappingException that lists every mistake with its cure
   */
  public void configure() {
    mappers();
  }

  /** The mappers, configured if they were not. */
  Mappers mappers() {
    Mappers found = configured;
    if (found != null) {
      return found;
    }
    lock.lock();
    try {
      found = configured;
      if (found == null) {
        found = MappingConfiguration.configure(declarations.values());
        configured = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  private void declare(MappingDeclaration declaration) {
    lock.lock();
    try {
      requireNew(declaration.type());
      declarations.put(declaration.type(), declaration);
    } finally {
      lock.unlock();
    }
  }

  private void requireNew(Class<?> type) {
    if (configured != null) {
      throw new MappingException(type.getName()
          + " is mapped too late: the registry is in use, and its mappings were checked as a whole. Map all"
          + " classes before the first session, query or configure().");
    }
    if (declarations.containsKey(type)) {
      throw new MappingException(
          type.getName() + " is mapped twice in this registry. Remove one of the two mappings.");
    }
  }
}
