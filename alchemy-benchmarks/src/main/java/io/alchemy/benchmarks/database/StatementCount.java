package io.alchemy.benchmarks.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Counts what goes to the database: each execution is one, a batch too; commits and rollbacks are none. */
public final class StatementCount {
  private int statements;

  /** How many there were since this was asked last. */
  public int take() {
    int taken = statements;
    statements = 0;
    return taken;
  }

  /** The connection, with its statements counted. */
  Connection watch(Connection connection) {
    return proxy(Connection.class, new Watched(connection, null));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** A connection, or one of its statements. */
  private final class Watched implements InvocationHandler {
    private final Object target;
    private final @Nullable Connection connection;

    Watched(Object target, @Nullable Connection connection) {
      this.target = target;
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      if (method.getName().startsWith("execute")) {
        statements++;
      }
      if (connection != null && method.getName().equals("getConnection")) {
        return connection;
      }
      // Whoever unwraps down to the driver's connection would escape the count.
      if (method.getName().equals("isWrapperFor")
          && arguments != null
          && Connection.class.equals(arguments[0])) {
        return false;
      }
      return watched(proxy, method, call(method, arguments));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException error) {
        throw error.getCause() == null ? error : error.getCause();
      }
    }

    private @Nullable Object watched(Object proxy, Method method, @Nullable Object result) {
      if (connection != null || result == null || !(result instanceof Statement)) {
        return result;
      }
      Class<?> type = method.getReturnType();
      if (type == Statement.class
          || type == PreparedStatement.class
          || type == CallableStatement.class) {
        return proxy(type, new Watched(result, (Connection) proxy));
      }
      return result;
    }
  }
}
