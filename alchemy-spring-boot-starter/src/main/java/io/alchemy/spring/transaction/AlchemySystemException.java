package io.alchemy.spring.transaction;

import io.alchemy.error.AlchemyException;
import org.springframework.dao.UncategorizedDataAccessException;

/** An error of Alchemy's that none of Spring's data access exceptions describes. */
public class AlchemySystemException extends UncategorizedDataAccessException {
  public AlchemySystemException(AlchemyException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
