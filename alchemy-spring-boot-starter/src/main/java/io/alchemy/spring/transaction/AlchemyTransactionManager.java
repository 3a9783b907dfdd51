package io.alchemy.spring.transaction;

import io.alchemy.engine.Engine;
import io.alchemy.error.AlchemyException;
import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.session.SessionHolder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Spring's transactions over Alchemy sessions. The session flushes inside the commit, after all {@code beforeCommit} callbacks.
 * One connection, taken when it is first needed, serves the session and whatever uses JDBC through the same DataSource:
 * {@code JdbcTemplate}, {@code JdbcClient}, {@code @Sql}.
 *
 * <p>In a read-only transaction nothing is flushed; if it ends with unwritten changes, a warning names them. {@code NESTED} is a
 * savepoint of the session, so that its rollback restores instances too. After a rollback, what the transaction added is
 * transient again and what it read is read anew. Driver errors surface as {@link DataAccessException}.
 *
 * <p>Use one transaction manager for one DataSource; for several databases declare one each, with their own engine, session maker
 * and qualifier. For JTA, or to join the transactions of another manager on the same DataSource, declare that manager instead:
 * the injected session takes part in its transactions.
 */
public class AlchemyTransactionManager extends AbstractPlatformTransactionManager
    implements ResourceTransactionManager {
  private final SessionMaker maker;
  private final Engine engine;
  private final DataSource dataSource;
  private AlchemyExceptionTranslator translator = new AlchemyExceptionTranslator();

  /**
   * @param dataSource what {@code engine} was made of, or a {@link TransactionAwareDataSourceProxy} around it
   */
  @SuppressWarnings("this-escape")
  public AlchemyTransactionManager(SessionMaker maker, Engine engine, DataSource dataSource) {
    this.maker = maker;
    this.engine = engine;
    this.dataSource = dataSource instanceof TransactionAwareDataSourceProxy proxy
            && proxy.getTargetDataSource() != null
        ? proxy.getTargetDataSource()
        : dataSource;
    setNestedTransactionAllowed(true);
  }

  public void setExceptionTranslator(AlchemyExceptionTranslator translator) {
    this.translator = translator;
  }

  /** The DataSource whose users share the transactions; test support asks for it by this name. */
  public DataSource getDataSource() {
    return dataSource;
  }

  @Override
  public Object getResourceFactory() {
    return maker;
  }

  @Override
  protected Object doGetTransaction() {
    AlchemyTransaction transaction = new AlchemyTransaction(
        (SessionHolder) TransactionSynchronizationManager.getResource(maker), translator);
    transaction.setSavepointAllowed(isNestedTransactionAllowed());
    transaction.setConnectionHolder(
        (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource));
    return transaction;
  }

  @Override
  protected boolean isExistingTransaction(Object transaction) {
    return ((AlchemyTransaction) transaction).isActive();
  }

  @Override
  protected void doBegin(Object object, TransactionDefinition definition) {
    AlchemyTransaction transaction = (AlchemyTransaction) object;
    if (TransactionSynchronizationManager.hasResource(dataSource)) {
      throw new IllegalTransactionStateException(
          "A JDBC connection is bound to this thread by another transaction manager of the same DataSource."
              + " Use AlchemyTransactionManager for all transactions on it: JDBC code takes part in them.");
    }
    TransactionConnection connection = new TransactionConnection(engine, dataSource, definition);
    try {
      // What was bound when this was asked for may be suspended by now.
      SessionHolder bound = (SessionHolder) TransactionSynchronizationManager.getResource(maker);
      transaction.begin(
          bound == null ? new SessionHolder(maker) : bound,
          bound == null,
          connection,
          definition.isReadOnly(),
          determineTimeout(definition));
      TransactionSynchronizationManager.bindResource(dataSource, connection.holder());
      if (transaction.isSessionNew()) {
        TransactionSynchronizationManager.bindResource(maker, transaction.holder());
      }
    } catch (Throwable e) {
      abandon(transaction, connection);
      if (e instanceof TransactionException failure) {
        throw failure;
      }
      throw new CannotCreateTransactionException("Could not begin an Alchemy transaction", e);
    }
  }

  private void abandon(AlchemyTransaction transaction, TransactionConnection connection) {
    if (TransactionSynchronizationManager.getResource(dataSource) == connection.holder()) {
      TransactionSynchronizationManager.unbindResource(dataSource);
    }
    try {
      transaction.end();
    } catch (RuntimeException e) {
      logger.debug("Could not close the session of a transaction that failed to begin", e);
    }
    connection.close();
  }

  @Override
  protected Object doSuspend(Object object) {
    AlchemyTransaction transaction = (AlchemyTransaction) object;
    transaction.suspended();
    return new Suspended(
        (SessionHolder) TransactionSynchronizationManager.unbindResource(maker),
        (ConnectionHolder) TransactionSynchronizationManager.unbindResourceIfPossible(dataSource));
  }

  @Override
  protected void doResume(@Nullable Object object, Object resources) {
    Suspended suspended = (Suspended) resources;
    // Code that ran without a transaction may have bound a session or a connection for its scope.
    TransactionSynchronizationManager.unbindResourceIfPossible(maker);
    TransactionSynchronizationManager.bindResource(maker, suspended.session());
    TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
    if (suspended.connection() != null) {
      TransactionSynchronizationManager.bindResource(dataSource, suspended.connection());
    }
  }

  private record Suspended(SessionHolder session, @Nullable ConnectionHolder connection) {}

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      ((AlchemyTransaction) status.getTransaction()).commit();
    } catch (AlchemyException e) {
      throw translator.translate(e);
    }
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    try {
      ((AlchemyTransaction) status.getTransaction()).rollback();
    } catch (AlchemyException e) {
      throw new TransactionSystemException("Could not roll back the transaction", e);
    }
  }

  @Override
  protected void doSetRollbackOnly(DefaultTransactionStatus status) {
    if (status.hasSavepoint()) {
      // The flush at the end of a nested transaction failed: it alone is rolled back.
      status.rollbackToHeldSavepoint();
      return;
    }
    ((AlchemyTransaction) status.getTransaction()).setRollbackOnly();
  }

  @Override
  protected void doCleanupAfterCompletion(Object object) {
    AlchemyTransaction transaction = (AlchemyTransaction) object;
    if (transaction.isSessionNew()) {
      TransactionSynchronizationManager.unbindResourceIfPossible(maker);
    }
    TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
    transaction.end();
  }
}
