package io.alchemy.spring.schema;

import io.alchemy.engine.Engine;
import io.alchemy.schema.MetaData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Does to the mapped tables what a {@link SchemaMode} says, when the application starts. Everything that Boot knows to use the
 * database waits for it; for a bean of one's own that does, there is {@code @DependsOnDatabaseInitialization}.
 */
public class AlchemySchemaInitializer implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(AlchemySchemaInitializer.class);

  private final Engine engine;
  private final DataSource dataSource;
  private final List<MetaData> schemas;
  private final SchemaMode mode;
  private final Iterable<SchemaManagementProvider> managers;

  /**
   * @param schemas the tables, in the order in which they are created
   * @param managers who may say that the schema is managed otherwise, as Flyway does
   */
  public AlchemySchemaInitializer(
      Engine engine,
      DataSource dataSource,
      List<MetaData> schemas,
      SchemaMode mode,
      Iterable<SchemaManagementProvider> managers) {
    this.engine = engine;
    this.dataSource = dataSource;
    this.schemas = List.copyOf(schemas);
    this.mode = mode;
    this.managers = managers;
  }

  @Override
  public void afterPropertiesSet() {
    if (schemas.stream().allMatch(schema -> schema.tables().isEmpty())) {
      return;
    }
    switch (mode) {
      case NEVER -> {}
      case ALWAYS -> create();
      case EMBEDDED -> createIfEmbedded();
      case VALIDATE -> validate();
      case DROP_CREATE -> {
        log.warn(
            "alchemy.create-all is drop-create: the mapped tables and all their rows are dropped");
        for (int i = schemas.size() - 1; i >= 0; i--) {
          schemas.get(i).dropAll(engine);
        }
        create();
      }
    }
  }

  private void createIfEmbedded() {
    if (isManaged()) {
      log.debug("The schema is managed by a migration tool: no table is created");
    } else if (isEmbedded()) {
      create();
    } else {
      log.debug(
          "The database is not embedded: no table is created, as alchemy.create-all is embedded");
    }
  }

  private void create() {
    schemas.forEach(schema -> schema.createAll(engine));
  }

  private void validate() {
    List<String> missing = SchemaDifference.between(schemas, engine);
    if (!missing.isEmpty()) {
      throw new SchemaValidationException(missing);
    }
  }

  private boolean isManaged() {
    for (SchemaManagementProvider manager : managers) {
      if (manager.getSchemaManagement(dataSource) == SchemaManagement.MANAGED) {
        return true;
      }
    }
    return false;
  }

  /** Boot does not count SQLite among the embedded databases. */
  private boolean isEmbedded() {
    try (Connection connection = dataSource.getConnection()) {
      String url = connection.getMetaData().getURL();
      if (url != null && url.startsWith("jdbc:sqlite:")) {
        return true;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot connect to the database to see whether its tables are to be created", e);
    }
    return EmbeddedDatabaseConnection.isEmbedded(dataSource);
  }
}
