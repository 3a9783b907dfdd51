import io.alchemy.compile.StatementPrinter;
import io.alchemy.dialect.Dialect;
import io.alchemy.dialect.h2.H2Dialect;
import io.alchemy.dialect.postgresql.PostgresqlDialect;
import io.alchemy.dialect.sqlite.SqliteDialect;
import io.alchemy.sql.Printer;

/**
 * Alchemy's core. Exported is what users name, and what prepared classes name; the compiler, the nodes of statements, and
 * the inner rooms of the ORM are not.
 */
module io.alchemy.core {
  requires transitive java.sql;
  requires transitive org.jspecify;
  requires static transitive jakarta.persistence;
  requires static java.instrument;
  requires com.zaxxer.hikari;
  requires org.objectweb.asm;
  requires org.slf4j;
  // The drivers are the application's choice.
  requires static org.xerial.sqlitejdbc;

  exports io.alchemy.engine;
  exports io.alchemy.error;
  exports io.alchemy.orm;
  exports io.alchemy.orm.instrument;
  exports io.alchemy.schema;
  exports io.alchemy.sql;
  exports io.alchemy.types;

  uses Dialect;
  uses Printer;

  provides Dialect with
      SqliteDialect,
      PostgresqlDialect,
      H2Dialect;
  provides Printer with
      StatementPrinter;
}
