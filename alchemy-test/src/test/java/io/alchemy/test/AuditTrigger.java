package io.alchemy.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/** What a trigger of H2 is: writes the key of each new page down in {@code audit}. */
public final class AuditTrigger extends TriggerAdapter {
  @Override
  public void fire(Connection connection, java.sql.ResultSet before, java.sql.ResultSet after)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO audit (page) VALUES (?)")) {
      insert.setObject(1, after.getObject("id"));
      insert.executeUpdate();
    }
  }
}
