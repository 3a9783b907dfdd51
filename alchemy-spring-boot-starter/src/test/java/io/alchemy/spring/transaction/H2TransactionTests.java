package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On the DataSource that Boot makes of {@code spring.datasource.url}. */
class H2TransactionTests extends TransactionContract {
  @Autowired
  private Engine engine;

  @Autowired
  private JdbcTemplate template;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", () -> "jdbc:h2:mem:" + UUID.randomUUID());
  }

  @Override
  @Test
  void aConstraintThatIsCheckedAtTheCommitSurfacesAsSpringsException() {
    Assumptions.abort("H2 checks every constraint at once");
  }

  @Test
  void theDatabaseInMemoryOutlivesItsConnections() {
    assertThat(engine.dialect().name()).isEqualTo("h2");
    assertThat(template.queryForObject(
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'DB_CLOSE_DELAY'",
            String.class))
        .isEqualTo("-1");
  }
}
