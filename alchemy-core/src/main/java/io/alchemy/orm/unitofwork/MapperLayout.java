package io.alchemy.orm.unitofwork;

import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a mapped class's attributes are in its table's layout, and which link tables its rows may be in. */
final class MapperLayout {
  private final Mapper<?> mapper;
  private final TableLayout table;
  private final List<LinkSide> linkSides;
  private final @Nullable ColumnProperty[] byPosition;
  private final boolean[] hidden;
  private final RelationshipProperty[] relationships;
  private final RelationshipProperty[] links;
  private final ColumnProperty[] mutable;
  private final int version;
  private final boolean[] takenBack;
  private SessionTransaction.@Nullable Filled lastFilled;

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
    this.relationships = mapper.relationships().toArray(RelationshipProperty[]::new);
    this.links = mapper.relationships().stream()
        .filter(each -> each.direction() == Direction.MANY_TO_MANY && !each.isViewOnly())
        .toArray(RelationshipProperty[]::new);
    this.mutable = mapper.mutableColumns().toArray(ColumnProperty[]::new);
    ColumnProperty counter = mapper.version();
    this.version = counter == null ? -1 : table.position(counter.column());
    this.takenBack = new boolean[table.size()];
    for (int i = 0; i < takenBack.length; i++) {
      takenBack[i] = table.isGenerated(i);
    }
    for (TableLayout.Reference reference : table.references()) {
      for (int column : reference.columns()) {
        takenBack[column] = true;
      }
    }
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

  /** All relationships: an array, since each row of a flush goes through it several times. */
  RelationshipProperty[] relationships() {
    return relationships;
  }

  /** Those that are kept in link tables, and written there. */
  RelationshipProperty[] links() {
    return links;
  }

  /** Those whose values can change in place. */
  ColumnProperty[] mutableColumns() {
    return mutable;
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

  /** Of what a flush filled in, a rollback takes back keys, and what refers to keys. */
  boolean isTakenBack(int position) {
    return takenBack[position];
  }

  /** Attributes that were null before: mostly the same for every new row, which then share what remembers them. */
  SessionTransaction.Filled filled(int[] attributes, int count) {
    SessionTransaction.Filled last = lastFilled;
    if (last == null
        || !Arrays.equals(last.attributes(), 0, last.attributes().length, attributes, 0, count)) {
      last =
          new SessionTransaction.Filled(Arrays.copyOf(attributes, count), new Object[count], null);
      lastFilled = last;
    }
    return last;
  }

  /** The position of the version column; -1 if the class has none. */
  int version() {
    return version;
  }
}
