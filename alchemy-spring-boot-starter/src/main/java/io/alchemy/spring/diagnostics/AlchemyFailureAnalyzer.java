package io.alchemy.spring.diagnostics;

import io.alchemy.error.AlchemyException;
import io.alchemy.error.MappingException;
import io.alchemy.error.NotPreparedException;
import io.alchemy.error.OperationalException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Shows an error of Alchemy's, which says what happened, without the stack of the beans that hit upon it. */
@Order(Ordered.LOWEST_PRECEDENCE)
class AlchemyFailureAnalyzer extends AbstractFailureAnalyzer<AlchemyException> {
  private final Environment environment;

  AlchemyFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable failure, AlchemyException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), action(cause), cause);
  }

  private String action(AlchemyException cause) {
    if (cause instanceof NotPreparedException) {
      return "Add alchemy-processor to the compiler's annotationProcessorPaths and rebuild, so that javac prepares the class;"
          + " or start the program with -javaagent:alchemy-core.jar.";
    }
    if (cause instanceof MappingException) {
      return "Correct the mapping as said above. Annotated classes are found in the application's packages, or in those of"
          + " @EntityScan; others are mapped by a RegistryCustomizer.";
    }
    if (cause instanceof OperationalException) {
      return isSqlite()
          ? "See that the directory of the SQLite file exists and that this user may write both: SQLite keeps files of its own"
              + " beside the database. Relative paths begin at the working directory; an absolute one has four slashes:"
              + " sqlite:////var/lib/app.db."
          : "See that the database runs, and that alchemy.url or spring.datasource.url, the user and the password are right.";
    }
    return "Correct the configuration as said above.";
  }

  private boolean isSqlite() {
    for (String property : new String[] {"alchemy.url", "spring.datasource.url"}) {
      String url = environment.getProperty(property);
      if (url != null) {
        return url.contains("sqlite:");
      }
    }
    return false;
  }
}
