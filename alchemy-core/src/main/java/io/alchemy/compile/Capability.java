package io.alchemy.compile;

/** What a database can do; each is verified by the compliance suite, and decides there what is skipped. */
public enum Capability {
  /** {@code INSERT/UPDATE/DELETE … RETURNING}. */
  RETURNING,
  /** {@code RETURNING} of UPDATE and DELETE may name the other tables of the statement. */
  RETURNING_OTHER_TABLES,
  /** {@code RETURNING} gives the rows of a multi-row VALUES in the order of its rows, unless a check says otherwise. */
  MULTI_ROW_RETURNING,
  /** {@code INSERT … SELECT … FROM unnest(…) WITH ORDINALITY … RETURNING}: one text for any number of rows. */
  UNNEST_INSERT,
  /** {@code RETURNING} is written {@code SELECT … FROM FINAL TABLE (…)}. */
  FINAL_TABLE,
  /** Upserts: {@code ON CONFLICT (…) DO …}. */
  ON_CONFLICT,
  /** Upserts are written {@code MERGE INTO … USING (VALUES …)}. */
  MERGE,
  SEQUENCES,
  /** Tables, indexes and their removal are part of the transaction. */
  TRANSACTIONAL_DDL,
  /** {@code ALTER TABLE … ADD/DROP CONSTRAINT}. */
  ALTER_CONSTRAINTS,
  /** {@code GENERATED … AS IDENTITY}; without it, an INTEGER that is the primary key is generated. */
  IDENTITY_COLUMNS,
  /** {@code COMMENT ON COLUMN}. */
  COMMENTS,
  /** Indexes of expressions. */
  EXPRESSION_INDEXES,
  NATIVE_BOOLEAN,
  NATIVE_UUID,
  ILIKE,
  /** {@code IS DISTINCT FROM}. */
  IS_DISTINCT_FROM,
  /** Arrays can be bound: IN lists become {@code = ANY(?)}. */
  ARRAYS,
  /** Rows are found by many keys faster where these are joined, {@code JOIN UNNEST(?)}, than by an IN list. */
  JOINS_KEYS,
  ROW_LOCKS,
  SAVEPOINTS,
  /** A read-only transaction refuses to write; where the database does not, Alchemy does. */
  READ_ONLY_TRANSACTIONS,
  FULL_JOIN,
  RIGHT_JOIN,
  LATERAL,
  DISTINCT_ON,
  /** {@code UPDATE … FROM}. */
  UPDATE_FROM,
  /** {@code DELETE … USING}. */
  DELETE_USING,
  NULLS_ORDERING,
  WINDOW_FUNCTIONS,
  GROUPING_SETS,
  /** {@code GROUP BY 1}: what stands first in the select list. */
  GROUP_BY_POSITION,
  /** {@code FILTER (WHERE …)} after an aggregate. */
  AGGREGATE_FILTER,
  /** {@code ROW_NUMBER}, frames by GROUPS included. */
  FRAME_GROUPS,
  INSERT_DEFAULT_VALUES,
  /** A subquery in FROM may use the statement around it. */
  CORRELATED_FROM,
  /** {@code WITH …} before INSERT, UPDATE and DELETE. */
  WITH_BEFORE_CHANGES,
  /** A placeholder has no type of its own: it is cast where nothing beside it tells. */
  UNTYPED_PLACEHOLDERS,
  /** Recursive common table expressions name their columns: {@code WITH RECURSIVE t (a, b) AS …}. */
  RECURSION_NAMES_COLUMNS,
  /** Members of a UNION may stand in parentheses; else a nested one is a subquery. */
  NESTED_COMPOUNDS,
  /** {@code INSERT … SELECT … ON CONFLICT} is understood without a WHERE before ON. */
  CONFLICT_AFTER_JOIN,
  /** The server enforces the length of VARCHAR. */
  ENFORCES_LENGTH,
  /** After a failed statement the server refuses everything until a rollback (PostgreSQL's 25P02). */
  FAILED_STATEMENT_ABORTS_TRANSACTION
}
