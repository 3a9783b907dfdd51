package io.alchemy.engine;

import io.alchemy.error.InvalidRequestException;

/** What {@link Connection#begin()} gives. */
final class RootTransaction implements Transaction {
  private final ConnectionTransaction transaction;
  private final long generation;
  private boolean ended;

  RootTransaction(ConnectionTransaction transaction) {
    this.transaction = transaction;
    this.generation = transaction.generation();
  }

  private boolean isActive() {
    return !ended && transaction.isActive() && transaction.generation() == generation;
  }

  private void require(String what) {
    if (!isActive()) {
      throw new InvalidRequestException(
          "cannot " + what + ": this transaction has ended already; begin() a new one");
    }
  }

  @Override
  public void commit() {
    require("commit");
    ended = true;
    transaction.commit();
  }

  @Override
  public void rollback() {
    require("roll back");
    ended = true;
    transaction.rollback();
  }

  @Override
  public void close() {
    if (isActive()) {
      ended = true;
      transaction.rollback();
    }
  }
}
