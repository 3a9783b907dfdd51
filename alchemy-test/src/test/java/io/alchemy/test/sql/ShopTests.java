package io.alchemy.test.sql;

import io.alchemy.engine.Connection;
import io.alchemy.sql.Executable;
import io.alchemy.test.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Statements that run on a small shop, filled anew for each test. */
abstract class ShopTests {
  final TestDatabase database;
  Connection c;

  ShopTests(TestDatabase database) {
    this.database = database;
    this.c = database.engine().connect();
    c.close();
  }

  @BeforeEach
  void open() {
    Shop.open(database.engine());
    c = database.engine().connect();
  }

  @AfterEach
  void close() {
    c.close();
    Shop.METADATA.dropAll(database.engine());
  }

  final <T> List<T> all(Executable<T> statement) {
    return c.execute(statement).all();
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
