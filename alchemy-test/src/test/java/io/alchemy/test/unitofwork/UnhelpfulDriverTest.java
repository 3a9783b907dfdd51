package io.alchemy.test.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Engine;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.FlushException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.test.unitofwork.Bank.Account;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Sessions on a driver that does not count what a batch touched, or whose rollback fails. */
class UnhelpfulDriverTest {
  private final Engine engine;
  private final SessionMaker maker;
  private boolean rollbackFails;

  UnhelpfulDriverTest(@TempDir Path folder) {
    SQLiteDataSource sqlite = new SQLiteDataSource();
    sqlite.setUrl("jdbc:sqlite:" + folder.resolve("bank.db"));
    engine = Engine.of(unhelpful(DataSource.class, sqlite));
    maker = SessionMaker.builder(Bank.registry(), engine).build();
  }

  private <T> T unhelpful(Class<T> type, Object real) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
          Object result = call(real, method, given);
          return switch (method.getName()) {
            case "getConnection" ->
              result instanceof Connection ? unhelpful(Connection.class, result) : result;
            case "unwrap" -> given != null && given[0] == type ? self : result;
            case "prepareStatement" ->
              unhelpful(PreparedStatement.class, Objects.requireNonNull(result));
            case "executeBatch" -> uncounted((int[]) Objects.requireNonNull(result));
            default -> result;
          };
        }));
  }

  private @Nullable Object call(
      Object real, java.lang.reflect.Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (rollbackFails && method.getName().equals("rollback")) {
      throw new SQLException("the connection is lost", "08006");
    }
    try {
      return method.invoke(real, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static int[] uncounted(int[] counts) {
    Arrays.fill(counts, Statement.SUCCESS_NO_INFO);
    return counts;
  }

  @BeforeEach
  void twoAccounts() {
    Bank.METADATA.createAll(engine);
    maker.transaction(session -> session.addAll(List.of(new Account("Ada"), new Account("Bob"))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aVersionThatNobodyCheckedIsNotBelieved() {
    try (Session session = maker.open()) {
      List<Account> accounts = session.query(Account.class).all();
      accounts.forEach(account -> account.balance(5));

      assertThatExceptionOfType(FlushException.class)
          .isThrownBy(session::flush)
          .withMessageContaining("Account[1]")
          .withMessageContaining("driver");
      session.rollback();
      for (Account account : accounts) {
        account.balance(7);
        session.flush();
      }
      session.commit();
      assertThat(accounts).extracting(Account::balance).containsExactly(7, 7);
    }
  }

  @Test
  void aSessionWhoseRollbackFailsIsClosedAllTheSame() {
    Session session = maker.open();
    Account ada = session.getOne(Account.class, 1);
    ada.balance(5);
    session.flush();
    rollbackFails = true;

    assertThatExceptionOfType(DatabaseException.class).isThrownBy(session::close);
    assertThat(maker.openSessions()).isZero();
    assertThat(ada.balance()).isEqualTo(5);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(session::flush)
        .withMessageContaining("closed");
  }
}
