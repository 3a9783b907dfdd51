package io.alchemy.spring.schema;

import io.alchemy.error.AlchemyException;
import java.util.List;

/** The database lacks what is mapped; each thing that is missing is named. */
public class SchemaValidationException extends AlchemyException {
  private final List<String> missing;

  public SchemaValidationException(List<String> missing) {
    super("The database does not have what is mapped: " + String.join("; ", missing));
    this.missing = List.copyOf(missing);
  }

  /** What is missing, a phrase each: {@code table page}, {@code column page.title}. */
  public List<String> missing() {
    return missing;
  }
}
