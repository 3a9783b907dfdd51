package io.alchemy.schema;

import java.util.List;

public interface Inspector {
  List<String> tableNames();

  boolean hasTable(String name);
}
