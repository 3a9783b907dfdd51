package io.alchemy.engine;

import io.alchemy.error.InvalidRequestException;

/** What {@link Connection#beginNested()} gives: a savepoint. */
final class NestedTransaction implements Transaction {
  private final ConnectionTransaction transaction;
  private final String savepoint;
  private boolean ended;

  NestedTransaction(ConnectionTransaction transaction, String savepoint) {
    this.transaction = transaction;
    this.savepoint = savepoint;
  }

  private boolean isActive() {
    return !ended && transaction.hasSavepoint(savepoint);
  }

  private void require(String what) {
    if (!isActive()) {
      throw new InvalidRequestException("cannot "
          + what
          + ": this nested transaction has ended already, by itself or with the one around it");
    }
  }

  @Override
  public void commit() {
    require("commit");
    transaction.release(savepoint);
    ended = true;
  }

  @Override
  public void rollback() {
    require("roll back");
    ended = true;
    transaction.rollbackTo(savepoint);
  }

  @Override
  public void close() {
    if (isActive()) {
      ended = true;
      transaction.rollbackTo(savepoint);
    }
  }
}
