package io.alchemy.spring.session;

import io.alchemy.engine.ConnectionSource;
import io.alchemy.orm.SessionMaker;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A session's part in a transaction that another manager runs on the same DataSource, or JTA: it flushes before the commit, on
 * the connection that the manager bound, and follows the outcome.
 */
final class JoinedTransaction implements TransactionSynchronization, ConnectionSource {
  private final SessionMaker maker;
  private final DataSource dataSource;
  private final SessionHolder holder;
  private final boolean holderNew;
  private final PersistenceExceptionTranslator translator;

  private JoinedTransaction(
      SessionMaker maker,
      DataSource dataSource,
      SessionHolder holder,
      boolean holderNew,
      PersistenceExceptionTranslator translator) {
    this.maker = maker;
    this.dataSource = dataSource;
    this.holder = holder;
    this.holderNew = holderNew;
    this.translator = translator;
  }

  /** @param bound the request's session, which goes along if there is one */
  static SessionHolder join(
      SessionMaker maker,
      DataSource dataSource,
      @Nullable SessionHolder bound,
      PersistenceExceptionTranslator translator) {
    SessionHolder holder = bound == null ? new SessionHolder(maker) : bound;
    JoinedTransaction joined =
        new JoinedTransaction(maker, dataSource, holder, bound == null, translator);
    TransactionSynchronizationManager.registerSynchronization(joined);
    if (bound == null) {
      TransactionSynchronizationManager.bindResource(maker, holder);
    }
    holder.begin(joined, TransactionSynchronizationManager.isCurrentTransactionReadOnly());
    return holder;
  }

  /** Before the connection is taken away. */
  @Override
  public int getOrder() {
    return DataSourceUtils.CONNECTION_SYNCHRONIZATION_ORDER - 100;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(maker);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(maker, holder);
  }

  @Override
  public void flush() {
    translated(holder::flush);
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    translated(holder::prepareCommit);
  }

  private void translated(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      throw DataAccessUtils.translateIfNecessary(e, translator);
    }
  }

  @Override
  public void afterCompletion(int status) {
    try {
      holder.ended(status == STATUS_COMMITTED);
    } finally {
      if (holderNew) {
        TransactionSynchronizationManager.unbindResourceIfPossible(maker);
        holder.close();
      }
      holder.withoutTransaction();
    }
  }

  @Override
  public Connection acquire() {
    return DataSourceUtils.getConnection(dataSource);
  }

  /** The manager's timeout, which it keeps with the connection that it bound. */
  @Override
  public int secondsLeft() {
    return TransactionSynchronizationManager.getResource(dataSource)
                instanceof ConnectionHolder bound
            && bound.hasTimeout()
        ? bound.getTimeToLiveInSeconds()
        : 0;
  }

  @Override
  public void release(Connection jdbc) {
    DataSourceUtils.releaseConnection(jdbc, dataSource);
  }
}
