package io.alchemy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.CompileException;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  @Test
  void aPlainNameStaysBare() {
    assertThat(Identifiers.quote("page")).isEqualTo("page");
    assertThat(Identifiers.quote("page_2")).isEqualTo("page_2");
    assertThat(Identifiers.quote("_hidden")).isEqualTo("_hidden");
  }

  @Test
  void reservedWordsCapitalsAndOddCharactersAreQuoted() {
    assertThat(Identifiers.quote("order")).isEqualTo("\"order\"");
    assertThat(Identifiers.quote("user")).isEqualTo("\"user\"");
    assertThat(Identifiers.quote("Page")).isEqualTo("\"Page\"");
    assertThat(Identifiers.quote("2nd")).isEqualTo("\"2nd\"");
    assertThat(Identifiers.quote("two words")).isEqualTo("\"two words\"");
    assertThat(Identifiers.quote("größe")).isEqualTo("\"größe\"");
  }

  @Test
  void aQuoteInANameIsDoubled() {
    assertThat(Identifiers.quote("a\"; DROP TABLE page; --"))
        .isEqualTo("\"a\"\"; DROP TABLE page; --\"");
  }

  @Test
  void aNameThatNoDatabaseTakesIsRefused() {
    assertThatThrownBy(() -> Identifiers.quote("")).isInstanceOf(CompileException.class);
    assertThatThrownBy(() -> Identifiers.quote("a\0b")).isInstanceOf(CompileException.class);
  }
}
