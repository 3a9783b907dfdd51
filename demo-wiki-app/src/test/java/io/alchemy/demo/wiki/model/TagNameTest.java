package io.alchemy.demo.wiki.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagNameTest {
  @ParameterizedTest
  @CsvSource({
    "Java,java",
    "'  Spring   Boot ',spring-boot",
    "spring_boot,spring-boot",
    "spring--boot-,spring-boot",
    "GRÖSSE,grösse",
    "C++,c++",
    "İstanbul,i̇stanbul",
    "'\u00a0a\u3000b',a-b"
  })
  void everySpellingHasOneForm(String typed, String name) {
    assertThat(TagName.of(typed)).hasValue(new TagName(name));
  }

  @Test
  void composedAndDecomposedAreTheSame() {
    assertThat(TagName.of("cafe\u0301")).isEqualTo(TagName.of("caf\u00e9")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "..",
        "a/b",
        "a\\b",
        "a?b",
        "a;b",
        "a%2fb",
        "<a>",
        "twenty-one-characters"
      })
  void someThingsAreNoTags(String typed) {
    assertThat(TagName.of(typed)).isEmpty();
  }

  @Test
  void lengthIsCountedInCharactersAsAPersonWould() {
    assertThat(TagName.of("𠮷".repeat(20))).isPresent();
    assertThat(TagName.of("𠮷".repeat(21))).isEmpty();
  }

  @Test
  void aNameThatWasNotNormalisedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TagName("a b"))
        .withMessageContaining("'a b'");
  }
}
