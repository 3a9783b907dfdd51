package io.alchemy.orm;

import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of a statement as a subquery, for a statement that counts them: entities become their columns. */
final class RowsToCount {
  private RowsToCount() {}

  static Select<?> of(Mappers mappers, Select<?> select) {
    SelectSpec spec = select.spec();
    SelectSpec.Compound compound = spec.compound();
    List<Selectable<?>> columns = columns(mappers, spec.columns());
    return Select.of(spec.change(draft -> {
      draft.columns = List.copyOf(columns);
      draft.single = false;
      draft.record = null;
      draft.options = List.of();
      if (compound != null) {
        List<Select<?>> members = new ArrayList<>();
        compound.members().forEach(member -> members.add(of(mappers, member)));
        draft.compound = new SelectSpec.Compound(compound.kind(), members);
      }
    }));
  }

  private static List<Selectable<?>> columns(
      Mappers mappers, List<? extends Selectable<?>> selected) {
    List<Selectable<?>> columns = new ArrayList<>();
    for (Selectable<?> one : selected) {
      if (one instanceof EntityClass<?> entity) {
        mappers.mapper(entity.type()).columns().forEach(each -> columns.add(each.column()));
      } else if (one instanceof EntityAlias aliased) {
        mappers
            .mapper(aliased.type())
            .columns()
            .forEach(each -> columns.add(aliased.alias().get(each.column())));
      } else if (one instanceof RowProjection<?> projection) {
        columns.addAll(columns(mappers, projection.selected()));
      } else {
        columns.add(one);
      }
    }
    return columns;
  }

  /** What a select list belongs to, for a statement that takes its place. */
  static List<From> sources(List<? extends Selectable<?>> selected) {
    Set<From> found = new LinkedHashSet<>();
    selected.forEach(one -> add(one, found));
    return List.copyOf(found);
  }

  private static void add(Object part, Set<From> found) {
    if (part instanceof From from) {
      found.add(from);
    } else if (part instanceof AttributeReference<?> attribute) {
      found.add(attribute.from() == null ? new EntityClass<>(attribute.owner()) : attribute.from());
    } else if (part instanceof Column<?> column) {
      found.add(column.table());
    } else if (part instanceof AliasColumn<?> column) {
      found.add(column.source());
    } else if (part instanceof Expression<?> && part instanceof Node node) {
      node.parts().forEach(inner -> add(inner, found));
    } else if (part instanceof RowProjection<?> projection) {
      projection.selected().forEach(inner -> add(inner, found));
    }
  }
}
