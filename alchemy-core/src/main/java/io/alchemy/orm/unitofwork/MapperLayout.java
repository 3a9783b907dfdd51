package io.alchemy.orm.unitofwork;

import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a mapped class's attributes are in its table's layout, and which link tables its rows may be in. */
final class MapperLayout {
  private final Mapper<?> mapper;
  private final TableLayout table;
  private final List<LinkSide> linkSides;
  private final @Nullable ColumnProperty[] byPosition;
  private final boolean[] hidden;
  private final int version;

  MapperLayout(Mapper<?> mapper, TableLayout table, List<LinkSide> linkSides) {
    this.mapper = mapper;
    this.table = table;
    this.linkSides = linkSides;
    this.byPosition = new ColumnProperty[table.size()];
    this.hidden = new boolean[table.size()];
    for (ColumnProperty property : mapper.columns()) {
      byPosition[table.position(property.column())] = property;
    }
    mapper.hiddenColumns().forEach(column -> hidden[table.position(column)] = true);
    ColumnProperty counter = mapper.version();
    this.version = counter == null ? -1 : table.position(counter.column());
  }

  Mapper<?> mapper() {
    return mapper;
  }

  TableLayout table() {
    return table;
  }

  List<LinkSide> linkSides() {
    return linkSides;
  }

  /** The attribute kept in the column; null if there is none. */
  @Nullable
  ColumnProperty property(int position) {
    return byPosition[position];
  }

  /** Whether the column is the mapper's to write: kept by an attribute, or by a relationship alone. */
  boolean isMapped(int position) {
    return byPosition[position] != null || hidden[position];
  }

  /** The position of the version column; -1 if the class has none. */
  int version() {
    return version;
  }
}
