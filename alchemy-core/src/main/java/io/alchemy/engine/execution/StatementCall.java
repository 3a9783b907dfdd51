package io.alchemy.engine.execution;

/**
 * A statement about to run.
 *
 * @param effect what it may do, as far as can be told
 * @param reusable whether the text is likely to run again, so that its prepared statement is worth keeping
 * @param fetchSize how many rows travel at a time; 0 leaves it to the driver
 */
public record StatementCall(
    String sql, Parameters parameters, Effect effect, boolean reusable, int fetchSize) {}
