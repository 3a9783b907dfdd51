package io.alchemy.orm.unitofwork;

import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of the two keys in a link table.
 *
 * @param table the link table
 * @param columns the key's columns there
 * @param referred the columns of the mapped table that they equal, one by one
 * @param collection the relationship by which this side sees the other; null where it sees nothing
 * @param passive whether the database deletes the link rows itself
 */
record LinkSide(
    TableLayout table,
    List<Column<?>> columns,
    List<Column<?>> referred,
    @Nullable RelationshipProperty collection,
    boolean passive) {

  static LinkSide ofOwner(RelationshipProperty relationship, Function<Table, TableLayout> layouts) {
    List<Column<?>> columns = new ArrayList<>();
    List<Column<?>> referred = new ArrayList<>();
    for (ColumnPair pair : relationship.pairs()) {
      columns.add(pair.far());
      referred.add(pair.near());
    }
    return new LinkSide(
        link(relationship, layouts),
        columns,
        referred,
        relationship,
        relationship.isPassiveDeletes());
  }

  static LinkSide ofTarget(
      RelationshipProperty relationship, Function<Table, TableLayout> layouts) {
    List<Column<?>> columns = new ArrayList<>();
    List<Column<?>> referred = new ArrayList<>();
    for (ColumnPair pair : relationship.secondaryPairs()) {
      columns.add(pair.near());
      referred.add(pair.far());
    }
    return new LinkSide(link(relationship, layouts), columns, referred, null, false);
  }

  private static TableLayout link(
      RelationshipProperty relationship, Function<Table, TableLayout> layouts) {
    return layouts.apply(Objects.requireNonNull(relationship.secondary()));
  }

  /** What makes two sides the same. */
  List<Object> key() {
    return List.of(table, columns);
  }

  /** The same side as two relationships tell it. */
  LinkSide or(LinkSide same) {
    return new LinkSide(
        table,
        columns,
        referred,
        collection != null ? collection : same.collection,
        passive || same.passive);
  }

  int[] positions() {
    return table.positions(columns);
  }
}
