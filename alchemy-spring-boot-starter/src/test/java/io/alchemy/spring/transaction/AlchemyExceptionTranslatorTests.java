package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.alchemy.error.AlchemyException;
import io.alchemy.error.CheckViolationException;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.ConnectionTimeoutException;
import io.alchemy.error.DataException;
import io.alchemy.error.FlushException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.LockException;
import io.alchemy.error.MultipleResultsFoundException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.error.NotNullViolationException;
import io.alchemy.error.ObjectDeletedException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.error.SerializationException;
import io.alchemy.error.StaleDataException;
import io.alchemy.error.StatementTimeoutException;
import io.alchemy.error.TransactionAbortedException;
import io.alchemy.error.UniqueViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;

class AlchemyExceptionTranslatorTests {
  private static final SQLException CAUSE = new SQLException("the driver's words");
  private static final String SQL = "INSERT INTO page DEFAULT VALUES";

  private final AlchemyExceptionTranslator translator = new AlchemyExceptionTranslator();

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(
            new UniqueViolationException("m", SQL, List.of(), CAUSE), DuplicateKeyException.class),
        arguments(
            new ForeignKeyViolationException("m", SQL, List.of(), CAUSE),
            DataIntegrityViolationException.class),
        arguments(
            new NotNullViolationException("m", SQL, List.of(), CAUSE),
            DataIntegrityViolationException.class),
        arguments(
            new CheckViolationException("m", SQL, List.of(), CAUSE),
            DataIntegrityViolationException.class),
        arguments(
            new DataException("m", SQL, List.of(), CAUSE), DataIntegrityViolationException.class),
        arguments(new LockException("m", SQL, List.of(), CAUSE), CannotAcquireLockException.class),
        arguments(
            new SerializationException("m", SQL, List.of(), CAUSE),
            CannotAcquireLockException.class),
        arguments(
            new StatementTimeoutException("m", SQL, List.of(), CAUSE), QueryTimeoutException.class),
        arguments(
            new ConnectionLostException("m", SQL, List.of(), CAUSE),
            DataAccessResourceFailureException.class),
        arguments(
            new ConnectionTimeoutException("m", null, List.of(), CAUSE),
            DataAccessResourceFailureException.class),
        arguments(
            new ProgrammingException("m", SQL, List.of(), CAUSE), BadSqlGrammarException.class),
        arguments(
            new TransactionAbortedException("m", SQL, List.of(), CAUSE),
            AlchemySystemException.class),
        arguments(new StaleDataException("m"), OptimisticLockingFailureException.class),
        arguments(new NoResultFoundException("m"), EmptyResultDataAccessException.class),
        arguments(
            new MultipleResultsFoundException("m"), IncorrectResultSizeDataAccessException.class),
        arguments(new ObjectDeletedException("m"), DataRetrievalFailureException.class),
        arguments(new InvalidRequestException("m"), InvalidDataAccessApiUsageException.class),
        arguments(
            new FlushException("m", new UniqueViolationException("m", SQL, List.of(), CAUSE)),
            DuplicateKeyException.class),
        arguments(new FlushException("m"), AlchemySystemException.class));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("kinds")
  void eachKindHasItsSpringException(AlchemyException error, Class<?> expected) {
    assertThat(translator.translateExceptionIfPossible(error)).isExactlyInstanceOf(expected);
  }

  @Test
  void whatIsNotOursIsLeftAlone() {
    assertThat(translator.translateExceptionIfPossible(new IllegalStateException()))
        .isNull();
  }

  @Test
  void theApplicationsOwnTranslatorIsAskedFirst() {
    DataAccessException own = new PermissionDeniedDataAccessException("mine", CAUSE);
    AlchemyExceptionTranslator asking =
        new AlchemyExceptionTranslator((task, sql, error) -> error == CAUSE ? own : null);

    assertThat(asking.translateExceptionIfPossible(
            new UniqueViolationException("m", SQL, List.of(), CAUSE)))
        .isSameAs(own);
  }
}
