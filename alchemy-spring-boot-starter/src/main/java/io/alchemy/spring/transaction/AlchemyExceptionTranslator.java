package io.alchemy.spring.transaction;

import io.alchemy.error.AlchemyException;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DataException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.FlushException;
import io.alchemy.error.IntegrityException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.LockException;
import io.alchemy.error.MappingException;
import io.alchemy.error.MultipleResultsFoundException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.error.NotSupportedException;
import io.alchemy.error.ObjectDeletedException;
import io.alchemy.error.OperationalException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.error.StaleDataException;
import io.alchemy.error.StatementTimeoutException;
import io.alchemy.error.UniqueViolationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Alchemy's exceptions as Spring's. The kind of a database error is what the dialect found, so it is right where a driver gives
 * no SQLState, as SQLite's does not. An application's own {@link SQLExceptionTranslator} is asked first.
 */
public class AlchemyExceptionTranslator implements PersistenceExceptionTranslator {
  private final @Nullable SQLExceptionTranslator first;

  public AlchemyExceptionTranslator() {
    this(null);
  }

  public AlchemyExceptionTranslator(@Nullable SQLExceptionTranslator first) {
    this.first = first;
  }

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException error) {
    return error instanceof AlchemyException ours ? translate(ours) : null;
  }

  /** The Spring exception for {@code error}, which is its cause. */
  public DataAccessException translate(AlchemyException error) {
    if (error instanceof DatabaseException database) {
      return translateDatabase(database);
    }
    String message = String.valueOf(error.getMessage());
    if (error instanceof StaleDataException) {
      return new OptimisticLockingFailureException(message, error);
    }
    if (error instanceof FlushException && error.getCause() instanceof DatabaseException cause) {
      return translateDatabase(cause);
    }
    if (error instanceof NoResultFoundException) {
      return new EmptyResultDataAccessException(message, 1, error);
    }
    if (error instanceof MultipleResultsFoundException) {
      return new IncorrectResultSizeDataAccessException(message, 1, error);
    }
    if (error instanceof ObjectDeletedException) {
      return new DataRetrievalFailureException(message, error);
    }
    if (error instanceof InvalidRequestException
        || error instanceof ArgumentException
        || error instanceof CompileException
        || error instanceof MappingException) {
      return new InvalidDataAccessApiUsageException(message, error);
    }
    return new AlchemySystemException(error);
  }

  private DataAccessException translateDatabase(DatabaseException error) {
    String message = String.valueOf(error.getMessage());
    String sql = error.statement();
    SQLException driver = error.getCause() instanceof SQLException cause ? cause : null;
    if (first != null && driver != null) {
      DataAccessException chosen = first.translate(message, sql, driver);
      if (chosen != null) {
        return chosen;
      }
    }
    if (error instanceof UniqueViolationException) {
      return new DuplicateKeyException(message, error);
    }
    if (error instanceof IntegrityException || error instanceof DataException) {
      return new DataIntegrityViolationException(message, error);
    }
    if (error instanceof LockException) {
      return new CannotAcquireLockException(message, error);
    }
    if (error instanceof StatementTimeoutException) {
      return new QueryTimeoutException(message, error);
    }
    if (error instanceof ConnectionLostException || error instanceof OperationalException) {
      return new DataAccessResourceFailureException(message, error);
    }
    if (error instanceof ProgrammingException) {
      return driver != null && sql != null
          ? new BadSqlGrammarException("Alchemy", sql, driver)
          : new InvalidDataAccessResourceUsageException(message, error);
    }
    if (error instanceof NotSupportedException) {
      return new InvalidDataAccessApiUsageException(message, error);
    }
    return new AlchemySystemException(error);
  }
}
