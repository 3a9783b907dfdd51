package io.alchemy.test.unitofwork;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.schema.MetaData;
import io.alchemy.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fresh tables, a session maker over them, and the statements that its sessions send. */
final class Fixture implements AutoCloseable {
  final Engine engine;
  final SessionMaker maker;
  final Statements sql = new Statements();

  Fixture(TestDatabase database, MetaData metadata, Registry registry) {
    this(database, metadata, registry, builder -> builder);
  }

  Fixture(
      TestDatabase database,
      MetaData metadata,
      Registry registry,
      UnaryOperator<SessionMaker.Builder> settings) {
    engine = database.engine();
    database.clear();
    metadata.createAll(engine);
    maker = settings.apply(SessionMaker.builder(registry, engine)).build();
    engine.addListener(sql);
  }

  Session open() {
    return maker.open();
  }

  /** The statements since the last call. */
  List<String> sql() {
    return sql.take();
  }

  @Override
  public void close() {
    engine.removeListener(sql);
  }

  /** The only value of a query. */
  @Nullable
  Object value(String query, @Nullable Object... parameters) {
    try (Connection connection = engine.connect()) {
      return connection.execute(query, parameters).scalar();
    }
  }

  /** The same inside the session's transaction, not recorded. */
  @Nullable
  Object sessionValue(Session session, String query, @Nullable Object... parameters) {
    Object value = session.connection().execute(query, parameters).scalar();
    return value;
  }

  List<Object> values(String query) {
    return engine.read(c -> c.execute(query).scalars().all()).stream()
        .map(value -> (Object) String.valueOf(value))
        .toList();
  }

  static Lifecycle lifecycle(Object instance) {
    InstanceState state = ((Prepared) instance).alchemy$state();
    return state == null ? Lifecycle.TRANSIENT : state.lifecycle();
  }

  static boolean isLoaded(Object instance, String attribute) {
    InstanceState state = Objects.requireNonNull(((Prepared) instance).alchemy$state());
    return !state.isUnloaded(state.type().indexOf(attribute));
  }
}
