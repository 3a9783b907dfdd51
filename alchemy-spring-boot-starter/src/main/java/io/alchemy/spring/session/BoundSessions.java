package io.alchemy.spring.session;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the session that is meant on this thread now: the transaction's, the web request's, that of a scope without transaction
 * ({@code Propagation.SUPPORTS}), or one for a single call.
 */
final class BoundSessions {
  private final SessionMaker maker;
  private final DataSource dataSource;
  private final PersistenceExceptionTranslator translator;

  /** @param dataSource what {@code maker}'s engine was made of, to take part in transactions that others run on it */
  BoundSessions(
      SessionMaker maker, DataSource dataSource, PersistenceExceptionTranslator translator) {
    this.maker = maker;
    this.dataSource = dataSource;
    this.translator = translator;
  }

  Session current() {
    SessionHolder holder = holder();
    return holder == null ? new SessionHolder(maker).session() : holder.session();
  }

  /** The holder for this thread; none where a session would end with the call. */
  private @Nullable SessionHolder holder() {
    SessionHolder bound = (SessionHolder) TransactionSynchronizationManager.getResource(maker);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return bound;
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return bound != null && bound.isTransactionActive()
          ? bound
          : JoinedTransaction.join(maker, dataSource, bound, translator);
    }
    return bound == null ? SessionScope.open(maker) : bound;
  }

  void requireTransaction(String operation) {
    SessionHolder holder = holder();
    if (holder != null && holder.isWriting()) {
      return;
    }
    if (holder != null && holder.isTransactionActive()) {
      throw new InvalidRequestException(operation
          + " after the transaction was completed: nothing would be written. Do it in a transaction of its own"
          + " (Propagation.REQUIRES_NEW), or before the commit");
    }
    throw new InvalidRequestException(
        operation
            + " outside of a transaction: nothing would be written. Annotate the method that calls it with @Transactional, or"
            + " use TransactionTemplate; to run transactions of your own, take a session from SessionMaker");
  }
}
