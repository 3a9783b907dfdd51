package io.alchemy.spring.monitoring;

import io.alchemy.engine.Engine;
import io.alchemy.engine.PoolStatus;
import io.alchemy.error.DatabaseException;
import io.alchemy.orm.Registry;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.ApplicationContext;

/** {@code /actuator/alchemy}: each session maker with its database, how busy the pool is, and the mapped tables. */
@Endpoint(id = "alchemy")
public class AlchemyEndpoint {
  private final ApplicationContext application;

  public AlchemyEndpoint(ApplicationContext application) {
    this.application = application;
  }

  @ReadOperation
  public Report alchemy() {
    Map<String, Context> contexts = new LinkedHashMap<>();
    ApplicationContext context = application;
    while (context != null) {
      Map<String, Sessions> makers = new LinkedHashMap<>();
      context
          .getBeansOfType(SessionMaker.class)
          .forEach((name, maker) -> makers.put(name, describe(maker)));
      contexts.put(String.valueOf(context.getId()), new Context(makers));
      context = context.getParent();
    }
    return new Report(contexts);
  }

  private static Sessions describe(SessionMaker maker) {
    Engine engine = maker.engine();
    return new Sessions(
        dialect(engine),
        engine.url() == null ? null : engine.url().toString(),
        engine.pool(),
        tables(maker.registry()));
  }

  private static @Nullable String dialect(Engine engine) {
    try {
      return engine.dialect().name();
    } catch (DatabaseException unreachable) {
      return null;
    }
  }

  private static List<String> tables(Registry registry) {
    return registry.allMetadata().stream()
        .map(MetaData::sortedTables)
        .flatMap(List::stream)
        .map(Table::key)
        .toList();
  }

  /** @param contexts by their ids: the application's, and its parents' */
  public record Report(Map<String, Context> contexts) {}

  /** @param sessionMakers by the names of their beans */
  public record Context(Map<String, Sessions> sessionMakers) {}

  /**
   * @param dialect null where the database cannot be asked what it is
   * @param url without its password; null where a DataSource does not say
   * @param tables in the order in which they are created
   */
  public record Sessions(
      @Nullable String dialect, @Nullable String url, PoolStatus pool, List<String> tables) {}
}
