package io.alchemy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.alchemy.orm.SessionMaker;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * After each test nothing is bound to its thread, no session is open and every connection is back. To be registered before
 * Spring's own extension, so that it looks when a test's transaction has ended.
 */
public class NothingIsLeftBehind implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext test) {
    ApplicationContext application = SpringExtension.getApplicationContext(test);
    in(application);
    for (SessionMaker maker : application.getBeansOfType(SessionMaker.class).values()) {
      assertThat(maker.openSessions()).as("open sessions").isZero();
    }
  }

  /** The same, but for open sessions: one for a single call outside of a transaction is left to the garbage collector. */
  public static void in(ApplicationContext application) {
    assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
    assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
    for (HikariDataSource source :
        application.getBeansOfType(HikariDataSource.class).values()) {
      HikariPoolMXBean pool = source.getHikariPoolMXBean();
      assertThat(pool == null ? 0 : pool.getActiveConnections())
          .as("connections that were not given back")
          .isZero();
    }
  }
}
