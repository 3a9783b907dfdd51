package io.alchemy.schema;

import java.util.*;

public final class MetaData {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  void add(String name, Table table) {
    tables.put(name, table);
  }

  public List<Table> sortedTables() {
    return List.copyOf(tables.values());
  }

  public Table table(String name) {
    return Objects.requireNonNull(tables.get(name));
  }

  public MetaData bind(Bind bind) {
    throw new UnsupportedOperationException();
  }

  public void createAll() {
    throw new UnsupportedOperationException();
  }

  public void createAll(Bind bind) {
    throw new UnsupportedOperationException();
  }

  public void dropAll(Bind bind) {
    throw new UnsupportedOperationException();
  }

  public void reflect(Bind bind) {
    throw new UnsupportedOperationException();
  }
}
