package io.alchemy.spring.diagnostics;

import io.alchemy.spring.schema.SchemaValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what {@code alchemy.create-all: validate} missed. */
class SchemaValidationFailureAnalyzer extends AbstractFailureAnalyzer<SchemaValidationException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, SchemaValidationException cause) {
    StringBuilder missing = new StringBuilder("The database does not have what is mapped:\n");
    cause.missing().forEach(what -> missing.append("\n    - ").append(what));
    return new FailureAnalysis(
        missing.toString(),
        "Migrate the database, or let Alchemy create missing tables with alchemy.create-all=always. Columns are never added"
            + " to tables that exist.",
        cause);
  }
}
