package io.alchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.alchemy.sql.Row;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The first program of the manual. */
class TutorialEngineTests {
  private static void program(PrintStream out) {
    try (Engine engine = Engine.builder("sqlite:///:memory:").echo(true).build();
        Connection connection = engine.connect()) {
      connection.execute(
          "CREATE TABLE users (username VARCHAR PRIMARY KEY, password VARCHAR NOT NULL)");
      connection.execute("INSERT INTO users (username, password) VALUES (?, ?)", "foo", "bar");
      Result<Row> result = connection.execute("SELECT username FROM users");
      for (Row row : result) {
        out.println("username: " + row.get("username"));
      }
      connection.commit();
    }
  }

  @Test
  void printsTheUser() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    program(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("username: foo\n");
  }

  @Test
  void echoLogsEveryStatementItsValuesAndItsTime() {
    Logger logger = (Logger) LoggerFactory.getLogger("alchemy.sql");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Level usual = logger.getLevel();
    logger.setLevel(Level.INFO);
    try {
      program(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    } finally {
      logger.detachAppender(log);
      logger.setLevel(usual);
    }
    List<String> lines =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines)
        .anySatisfy(
            line -> assertThat(line)
                .matches(
                    "\\[1] INSERT INTO users \\(username, password\\) VALUES \\(\\?, \\?\\) \\['foo', 'bar'] \\(\\d+\\.\\d+ ms, 1 row\\)"))
        .anySatisfy(line -> assertThat(line).startsWith("[1] BEGIN ("))
        .anySatisfy(line -> assertThat(line).startsWith("[1] COMMIT ("));
  }
}
