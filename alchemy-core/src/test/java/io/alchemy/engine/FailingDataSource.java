package io.alchemy.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a real driver that count their JDBC calls, fail at a chosen one, and remember which statements nobody has closed.
 */
final class FailingDataSource implements InvocationHandler {
  private final String url;
  private final Set<Object> openStatements = ConcurrentHashMap.newKeySet();
  private int calls;
  private int failAt;

  FailingDataSource(String url) {
    this.url = url;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, this);
  }

  /** The call with this number, counted from 1 from now on, fails; 0 for none. */
  void failAt(int call) {
    calls = 0;
    failAt = call;
  }

  int calls() {
    return calls;
  }

  int openStatements() {
    return openStatements.size();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(
        FailingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws SQLException {
    return switch (method.getName()) {
      case "getConnection" ->
        proxy(Connection.class, new Failing(DriverManager.getConnection(url)));
      case "getLoginTimeout" -> 1;
      case "hashCode" -> System.identityHashCode(this);
      case "equals" -> arguments != null && proxy == arguments[0];
      case "toString" -> "FailingDataSource";
      default -> null;
    };
  }

  /** Hands calls on to a driver's object, but for the one that is to fail. */
  private final class Failing implements InvocationHandler {
    private final Object target;

    Failing(Object target) {
      this.target = target;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "hashCode":
          return System.identityHashCode(proxy);
        case "equals":
          return arguments != null && proxy == arguments[0];
        case "toString":
          return "Failing " + target;
        case "unwrap":
          return ((Class<?>) java.util.Objects.requireNonNull(arguments)[0]).isInstance(proxy)
              ? proxy
              : target;
        case "close":
          openStatements.remove(proxy);
          break;
        default:
          break;
      }
      if (++calls == failAt) {
        throw new SQLException("failed on purpose in " + method.getName());
      }
      try {
        return watched(method.getReturnType(), method.invoke(target, arguments));
      } catch (InvocationTargetException error) {
        throw error.getCause();
      }
    }

    /** A driver's class may be several of JDBC's interfaces at once: the method says which is meant. */
    private @Nullable Object watched(Class<?> type, @Nullable Object result) {
      if (result == null || !(Statement.class.isAssignableFrom(type) || type == ResultSet.class)) {
        return result;
      }
      Object proxy = proxy(type, new Failing(result));
      if (type != ResultSet.class) {
        openStatements.add(proxy);
      }
      return proxy;
    }
  }
}
