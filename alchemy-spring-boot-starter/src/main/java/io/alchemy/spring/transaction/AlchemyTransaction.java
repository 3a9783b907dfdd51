package io.alchemy.spring.transaction;

import io.alchemy.engine.Transaction;
import io.alchemy.error.AlchemyException;
import io.alchemy.spring.session.SessionHolder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;

/** One {@code getTransaction} call's view of the transaction on this thread: the session's holder and the connection. */
final class AlchemyTransaction extends JdbcTransactionObjectSupport {
  private final AlchemyExceptionTranslator translator;
  private @Nullable SessionHolder holder;
  private boolean sessionNew;
  private @Nullable TransactionConnection connection;

  AlchemyTransaction(@Nullable SessionHolder bound, AlchemyExceptionTranslator translator) {
    this.holder = bound;
    this.translator = translator;
  }

  /** Whether a transaction is under way: a request's session alone is none. */
  boolean isActive() {
    return holder != null && holder.isTransactionActive();
  }

  SessionHolder holder() {
    return Objects.requireNonNull(holder, "no session is bound");
  }

  boolean isSessionNew() {
    return sessionNew;
  }

  /** The transaction was set aside; the next one on this thread starts from nothing. */
  void suspended() {
    holder = null;
    setConnectionHolder(null);
  }

  /** @param isNew whether the session was made for this transaction, and ends with it */
  void begin(
      SessionHolder session,
      boolean isNew,
      TransactionConnection connection,
      boolean readOnly,
      int timeout) {
    holder = session;
    sessionNew = isNew;
    this.connection = connection;
    setConnectionHolder(connection.holder());
    setReadOnly(readOnly);
    if (timeout != TransactionDefinition.TIMEOUT_DEFAULT) {
      session.setTimeoutInSeconds(timeout);
      connection.holder().setTimeoutInSeconds(timeout);
    }
    session.begin(connection.forSession(), readOnly);
    session.setSynchronizedWithTransaction(true);
  }

  void commit() {
    TransactionConnection taken = connection();
    holder().prepareCommit();
    taken.commit();
    holder().ended(true);
    taken.complete();
  }

  void rollback() {
    TransactionConnection taken = connection();
    try {
      taken.rollback();
    } finally {
      try {
        holder().ended(false);
      } finally {
        taken.complete();
      }
    }
  }

  /** After everything: whatever was taken goes back. */
  void end() {
    TransactionConnection taken = connection;
    connection = null;
    SessionHolder ended = holder;
    try {
      if (ended != null) {
        if (sessionNew) {
          ended.close();
        } else {
          ended.withoutTransaction();
        }
        ended.clear();
      }
    } finally {
      if (taken != null) {
        taken.close();
      }
    }
  }

  void setRollbackOnly() {
    holder().setRollbackOnly();
    if (hasConnectionHolder()) {
      getConnectionHolder().setRollbackOnly();
    }
  }

  @Override
  public boolean isRollbackOnly() {
    return (holder != null && (holder.isRollbackOnly() || holder.isFailed()))
        || (hasConnectionHolder() && getConnectionHolder().isRollbackOnly());
  }

  @Override
  public void flush() {
    try {
      holder().flush();
    } catch (AlchemyException e) {
      throw translator.translate(e);
    }
  }

  /** A savepoint of the session: pending changes are written before it, and a rollback to it restores instances. */
  @Override
  public Object createSavepoint() {
    if (!isSavepointAllowed()) {
      throw new NestedTransactionNotSupportedException(
          "Transaction manager does not allow nested transactions");
    }
    if (isRollbackOnly()) {
      throw new CannotCreateTransactionException(
          "Cannot create a savepoint in a transaction that is marked rollback-only");
    }
    try {
      return new NestedScope(holder().session().beginNested());
    } catch (AlchemyException e) {
      throw new CannotCreateTransactionException("Could not create a savepoint", e);
    }
  }

  @Override
  public void rollbackToSavepoint(Object savepoint) {
    try {
      ((NestedScope) savepoint).rollback();
    } catch (AlchemyException e) {
      throw new TransactionSystemException("Could not roll back to a savepoint", e);
    }
    holder().resetRollbackOnly();
    if (hasConnectionHolder()) {
      getConnectionHolder().resetRollbackOnly();
    }
  }

  @Override
  public void releaseSavepoint(Object savepoint) {
    try {
      ((NestedScope) savepoint).release();
    } catch (AlchemyException e) {
      throw translator.translate(e);
    }
  }

  private TransactionConnection connection() {
    return Objects.requireNonNull(connection, "the transaction has not begun");
  }

  /** Spring releases a savepoint also after it rolled back to it; then nothing is left to release. */
  private static final class NestedScope {
    private final Transaction nested;
    private boolean ended;

    NestedScope(Transaction nested) {
      this.nested = nested;
    }

    void rollback() {
      ended = true;
      nested.rollback();
    }

    void release() {
      if (!ended) {
        ended = true;
        nested.commit();
      }
    }
  }
}
