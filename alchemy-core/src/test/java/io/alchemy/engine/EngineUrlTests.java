package io.alchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.ArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineUrlTests {
  @ParameterizedTest
  @CsvSource({
    "sqlite:///file.db, jdbc:sqlite:file.db",
    "sqlite:////var/lib/file.db, jdbc:sqlite:/var/lib/file.db",
    "sqlite:///:memory:, jdbc:sqlite::memory:",
    "sqlite://, jdbc:sqlite::memory:",
    "sqlite:///, jdbc:sqlite::memory:",
    "sqlite:///file.db?mode=ro, jdbc:sqlite:file.db?mode=ro",
    "postgresql://u:p@db.example.org:5432/wiki?sslmode=require, jdbc:postgresql://db.example.org:5432/wiki?sslmode=require",
    "postgres://db/wiki, jdbc:postgresql://db/wiki",
    "postgresql+psycopg2://db/wiki, jdbc:postgresql://db/wiki",
    "'postgresql://a:1,b:2/wiki', 'jdbc:postgresql://a:1,b:2/wiki'",
    "postgresql://u@[::1]:5432/wiki, jdbc:postgresql://[::1]:5432/wiki",
    "postgresql:///wiki, jdbc:postgresql://localhost/wiki",
    "mariadb://u:p@db/wiki, jdbc:mariadb://db/wiki",
    "mysql://u:p@db:3306/wiki?useSSL=false, jdbc:mysql://db:3306/wiki?useSSL=false",
    "h2:///mem:wiki, jdbc:h2:mem:wiki",
    "h2://, jdbc:h2:mem:",
    "h2:///data/wiki, jdbc:h2:./data/wiki",
    "h2:////var/lib/wiki, jdbc:h2:/var/lib/wiki",
    "h2:///~/wiki?AUTO_SERVER=TRUE, jdbc:h2:~/wiki;AUTO_SERVER=TRUE",
    "h2:///file:C:/wiki, jdbc:h2:file:C:/wiki",
    "h2://localhost:9092/wiki, jdbc:h2:tcp://localhost:9092/wiki",
    "h2:///mem:wiki?MODE=PostgreSQL&X=1, jdbc:h2:mem:wiki;MODE=PostgreSQL;X=1",
    "jdbc:sqlite:file.db?cache=shared, jdbc:sqlite:file.db?cache=shared",
  })
  void everyFormBecomesWhatTheDriverReads(String url, String jdbcUrl) {
    assertThat(EngineUrl.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @Test
  void userAndPasswordAreUnescaped() {
    EngineUrl url = EngineUrl.parse("postgresql://j%40mes:p%3Aw%2F%25+x@db/wiki");
    assertThat(url.user()).isEqualTo("j@mes");
    assertThat(url.password()).isEqualTo("p:w/%+x");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/wiki");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://james:secret@db/wiki",
        "postgresql://:secret@db/wiki",
        "postgresql://db/wiki?user=james&password=secret",
        "jdbc:postgresql://db/wiki?user=james&password=secret&x=1",
        "jdbc:mysql://james:secret@db/wiki",
      })
  void thePasswordIsNeverShown(String url) {
    assertThat(EngineUrl.parse(url).toString()).doesNotContain("secret").contains("***", "wiki");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wiki.db", "sqlite:/file.db", "://x:secret@y", "jdbc:x", "1x://y"})
  void whatIsNoUrlIsRefusedWithTheFormsThereAre(String url) {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> EngineUrl.parse(url))
        .withMessageContaining("sqlite:///file.db")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
  }

  @Test
  void aFileWithTwoSlashesIsToldToHaveThree() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> EngineUrl.parse("sqlite://file.db"))
        .withMessageContaining("sqlite:///file.db");
  }

  @Test
  void aStrayPercentSignIsToldToBeEscaped() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> EngineUrl.parse("postgresql://james:100%@db/wiki"))
        .withMessageContaining("%25");
  }

  @Test
  void equalUrlsAreEqual() {
    assertThat(EngineUrl.parse("postgresql://a:b@h/d"))
        .isEqualTo(EngineUrl.parse("postgres://a:b@h/d"))
        .hasSameHashCodeAs(EngineUrl.parse("postgres://a:b@h/d"))
        .isNotEqualTo(EngineUrl.parse("postgresql://a:c@h/d"));
  }
}
