package io.alchemy.benchmarks.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** How a database's driver takes and gives dates with times. */
public interface DateTimes {
  /** For drivers that know the type. */
  DateTimes NATIVE = new DateTimes() {
    @Override
    public void bind(PreparedStatement statement, int index, LocalDateTime value)
        throws SQLException {
      statement.setObject(index, value);
    }

    @Override
    public LocalDateTime read(ResultSet rows, int index) throws SQLException {
      return rows.getObject(index, LocalDateTime.class);
    }
  };

  /**
   * For SQLite, which has no such type: ISO text of fixed width. (Its driver's own {@code setTimestamp} writes integers, which
   * neither compare nor sort with text.)
   */
  DateTimes TEXT = new DateTimes() {
    @Override
    public void bind(PreparedStatement statement, int index, LocalDateTime value)
        throws SQLException {
      statement.setString(index, IsoText.of(value));
    }

    @Override
    public LocalDateTime read(ResultSet rows, int index) throws SQLException {
      return IsoText.parse(rows.getString(index));
    }
  };

  void bind(PreparedStatement statement, int index, LocalDateTime value) throws SQLException;

  LocalDateTime read(ResultSet rows, int index) throws SQLException;
}
