package io.alchemy.engine;

/**
 * Is told of every statement that an engine sends, and of its transactions. Called in the thread that executes, between the statement
 * and its caller: be quick. What a listener throws reaches the caller; a statement refused by {@link #beforeExecute} is not sent.
 *
 * <p>Registered by {@link Engine.Builder#listener} or {@link Engine#addListener}.
 */
public interface ExecutionListener {
  /** Before a statement, or a batch, is sent. Its time and rows are not known yet. */
  default void beforeExecute(StatementEvent event) {}

  /** After the database has answered. The rows of a query are still to be read: see {@link #rowsRead}. */
  default void afterExecute(StatementEvent event) {}

  /** After a statement failed; {@link StatementEvent#error()} says how. */
  default void executeFailed(StatementEvent event) {}

  /** After a query's rows were read or its result was closed; {@link StatementEvent#rows()} counts those that were read. */
  default void rowsRead(StatementEvent event) {}

  /** After a transaction or savepoint began or ended. */
  default void transaction(TransactionEvent event) {}
}
