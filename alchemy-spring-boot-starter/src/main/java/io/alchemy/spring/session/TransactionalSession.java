package io.alchemy.spring.session;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.sql.Delete;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Update;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * The session that an application injects: safe in any thread, because each call goes to the session that is meant there. In a
 * transaction that is the transaction's. Outside of one it is the web request's, or else a session for this one call; these
 * read, holding a connection for one statement only, but refuse to change anything, as nothing would ever write it.
 *
 * <p>Transactions are Spring's: {@code begin}, {@code commit} and {@code rollback} are refused, and {@code close} does nothing.
 * Code that wants sessions and transactions of its own takes them from the {@link SessionMaker}.
 */
public final class TransactionalSession {
  /** What makes sense only where a flush will follow. */
  static final Set<String> NEED_TRANSACTION = Set.of(
      "add",
      "addAll",
      "delete",
      "merge",
      "flush",
      "flushPlan",
      "executeMany",
      "getForUpdate",
      "beginNested",
      "connection");

  static final Set<String> SPRINGS_OWN = Set.of("begin", "commit", "rollback", "transactionEnded");

  private TransactionalSession() {}

  /**
   * The session to inject, over those that {@code maker} opens.
   *
   * @param dataSource what {@code maker}'s engine was made of, to take part in transactions that other managers run on it
   * @param translator turns errors of a commit by such a manager into Spring's
   */
  public static Session of(
      SessionMaker maker, DataSource dataSource, PersistenceExceptionTranslator translator) {
    BoundSessions sessions = new BoundSessions(maker, dataSource, translator);
    return (Session) Proxy.newProxyInstance(
        Session.class.getClassLoader(), new Class<?>[] {Session.class}, new Calls(sessions));
  }

  private record Calls(BoundSessions sessions) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      String name = method.getName();
      if (method.getDeclaringClass() == Object.class) {
        return switch (name) {
          case "equals" -> arguments != null && proxy == arguments[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> "the session of this transaction or request";
        };
      }
      if (name.equals("close")) {
        return null;
      }
      if (SPRINGS_OWN.contains(name)) {
        throw new InvalidRequestException(
            "Session."
                + name
                + "() on the injected session: its transactions are Spring's. Let the method return or throw under"
                + " @Transactional, use TransactionTemplate, or open a session of your own from SessionMaker");
      }
      if (NEED_TRANSACTION.contains(name) || isWrite(name, arguments)) {
        sessions.requireTransaction("Session." + name + "()");
      }
      try {
        return method.invoke(sessions.current(), arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }

    private static boolean isWrite(String name, @Nullable Object @Nullable [] arguments) {
      return name.equals("execute")
          && arguments != null
          && (arguments[0] instanceof Insert
              || arguments[0] instanceof Update
              || arguments[0] instanceof Delete);
    }
  }
}
