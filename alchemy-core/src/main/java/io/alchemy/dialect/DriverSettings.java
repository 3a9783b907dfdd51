package io.alchemy.dialect;

import java.util.Map;

/**
 * What an engine tells the driver and the pool of a database unless the URL says otherwise.
 *
 * @param properties the driver's connection properties
 * @param singleConnection whether the database lives in one connection and dies with it: the pool then has exactly this one
 *     and never retires it
 */
public record DriverSettings(Map<String, String> properties, boolean singleConnection) {
  public static final DriverSettings NONE = new DriverSettings(Map.of(), false);

  public DriverSettings {
    properties = Map.copyOf(properties);
  }
}
