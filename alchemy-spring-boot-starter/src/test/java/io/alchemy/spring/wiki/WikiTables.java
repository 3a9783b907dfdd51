package io.alchemy.spring.wiki;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.unicode;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;

public final class WikiTables {
  public static final MetaData METADATA = new MetaData();
  public static final LabelTable LABEL = new LabelTable();

  private WikiTables() {}

  public static final class LabelTable extends Table {
    public final Column<Integer> id = column("id", INTEGER).primaryKey();
    public final Column<String> name = column("name", unicode(20)).notNull();

    LabelTable() {
      super("label", METADATA);
    }
  }
}
