package io.alchemy.engine;

import io.alchemy.dialect.Dialect;
import io.alchemy.error.ArgumentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the dialect for a URL among those that the service loader knows. */
final class Dialects {
  private Dialects() {}

  static Dialect forUrl(String jdbcUrl, String shown) {
    List<String> names = new ArrayList<>();
    for (ServiceLoader.Provider<Dialect> provider :
        ServiceLoader.load(Dialect.class, Engine.class.getClassLoader()).stream()
            .toList()) {
      Dialect dialect;
      try {
        dialect = provider.get();
      } catch (ServiceConfigurationError | LinkageError driverMissing) {
        continue;
      }
      if (dialect.accepts(jdbcUrl)) {
        return dialect;
      }
      names.add(dialect.name());
    }
    throw new ArgumentException(
        "no dialect knows the database of " + shown + "; there are: " + String.join(", ", names));
  }

  static Dialect ofDatabase(ConnectionSource source) throws SQLException {
    Connection connection = source.acquire();
    try {
      String url = String.valueOf(connection.getMetaData().getURL());
      return forUrl(url, EngineUrl.parse(url).toString());
    } finally {
      source.release(connection);
    }
  }
}
