package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors show of the properties. */
class PropertyMetadataTests {
  private static List<JsonNode> properties() throws IOException {
    List<JsonNode> ours = new ArrayList<>();
    for (URL metadata : Collections.list(PropertyMetadataTests.class
        .getClassLoader()
        .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream json = metadata.openStream()) {
        for (JsonNode property : JsonMapper.shared().readTree(json).get("properties")) {
          if (property.get("name").asString().startsWith("alchemy.")) {
            ours.add(property);
          }
        }
      }
    }
    return ours;
  }

  @Test
  void eachPropertyIsDescribed() throws IOException {
    assertThat(properties())
        .hasSizeGreaterThan(14)
        .allSatisfy(
            property -> assertThat(property.path("description").asString("")).endsWith("."))
        .allSatisfy(property -> assertThat(property.path("type").asString("")).isNotEmpty());
  }

  @Test
  void eachSwitchHasItsDefault() throws IOException {
    assertThat(properties())
        .filteredOn(property -> property.get("type").asString().equals("java.lang.Boolean"))
        .hasSizeGreaterThan(5)
        .allSatisfy(property -> assertThat(property.has("defaultValue")).isTrue());
  }

  @Test
  void propertiesThatOnlyConditionsReadAreThereToo() throws IOException {
    assertThat(properties())
        .extracting(property -> property.get("name").asString())
        .contains("alchemy.enabled", "alchemy.scripts-first", "alchemy.session.request-scope");
  }
}
