package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one join that a relationship can mean, from foreign keys or from what its user said. */
final class JoinFinder {
  /** The join, or why there is none and what would help. */
  record Found(@Nullable Join join, String problem, String cure) {
    static Found of(Join join) {
      return new Found(join, "", "");
    }

    static Found nothing(String problem, String cure) {
      return new Found(null, problem, cure);
    }
  }

  private final ColumnResolver columns;

  JoinFinder(ColumnResolver columns) {
    this.columns = columns;
  }

  Found find(
      String name,
      Mapper<?> owner,
      Mapper<?> target,
      RelationshipDeclaration declared,
      boolean many) {
    if (declared.secondary() != null) {
      return declared.secondary() instanceof Table link
          ? throughLink(name, owner.table(), target.table(), link, declared)
          : Found.nothing(
              name + " goes through " + declared.secondary().name() + ", which is no table",
              "Give secondary(…) a table");
    }
    if (declared.primaryJoin() != null) {
      return bySaidJoin(name, owner.table(), target.table(), declared, many);
    }
    return byForeignKey(name, owner.table(), target.table(), declared, many);
  }

  private Found byForeignKey(
      String name, Table owner, Table target, RelationshipDeclaration declared, boolean many) {
    List<Column<?>> named = columns.resolve(declared.foreignKeys());
    List<List<ColumnPair>> outgoing =
        ForeignKeyPaths.within(ForeignKeyPaths.between(owner, target), named);
    List<List<ColumnPair>> incoming =
        ForeignKeyPaths.within(ForeignKeyPaths.between(target, owner), named);
    boolean manyToOne = !many && !outgoing.isEmpty() && !farSideRefers(declared, outgoing);
    List<List<ColumnPair>> paths = manyToOne ? outgoing : incoming;
    if (paths.isEmpty()) {
      if (many && !outgoing.isEmpty()) {
        return Found.nothing(
            name
                + " is a collection, but the foreign key ("
                + ForeignKeyPaths.describe(outgoing)
                + ") gives each "
                + owner.name()
                + " one "
                + target.name(),
            "Make the field a single reference, or name a link table with secondary(…)");
      }
      return Found.nothing(
          name
              + ": no foreign key leads between the tables "
              + owner.name()
              + " and "
              + target.name()
              + (named.isEmpty() ? "" : " by the columns given to foreignKeys(…)"),
          "Declare one with references(…) on a column, or say primaryJoin(…) with foreignKeys(…)");
    }
    if (paths.size() > 1) {
      return Found.nothing(
          name
              + ": several foreign keys lead between the tables "
              + owner.name()
              + " and "
              + target.name()
              + " ("
              + ForeignKeyPaths.describe(paths)
              + ")",
          "Say which with foreignKeys(…)");
    }
    List<ColumnPair> path = paths.get(0);
    return Found.of(
        manyToOne
            ? Join.direct(Direction.MANY_TO_ONE, path, null)
            : Join.direct(Direction.ONE_TO_MANY, Join.flip(path), null));
  }

  /** Whether {@code remoteSide} names the referring columns: then this reference is the other half of a one-to-one. */
  private boolean farSideRefers(RelationshipDeclaration declared, List<List<ColumnPair>> outgoing) {
    List<Column<?>> remote = columns.resolve(declared.remoteSide());
    return !remote.isEmpty()
        && outgoing.stream()
            .allMatch(path -> path.stream().allMatch(pair -> remote.contains(pair.near())));
  }

  private Found bySaidJoin(
      String name, Table owner, Table target, RelationshipDeclaration declared, boolean many) {
    JoinCondition said = JoinCondition.of(columns, declared.primaryJoin());
    List<Column<?>> foreign = new ArrayList<>(columns.resolve(declared.foreignKeys()));
    List<Column<?>> remote = columns.resolve(declared.remoteSide());
    List<ColumnPair> referring = new ArrayList<>();
    for (ColumnPair pair : said.equalities()) {
      boolean leftRefers =
          foreign.isEmpty() ? refers(pair.near(), pair.far()) : foreign.contains(pair.near());
      boolean rightRefers =
          foreign.isEmpty() ? refers(pair.far(), pair.near()) : foreign.contains(pair.far());
      if (leftRefers && !rightRefers) {
        referring.add(pair);
      } else if (rightRefers && !leftRefers) {
        referring.add(new ColumnPair(pair.far(), pair.near()));
      }
    }
    if (referring.isEmpty()) {
      return Found.nothing(
          name + ": its primaryJoin equates no foreign key column with the column it refers to",
          "Name the referring columns with foreignKeys(…)");
    }
    boolean selfReference = owner == target;
    boolean ownerRefers = selfReference
        ? !many && !referring.stream().allMatch(pair -> remote.contains(pair.near()))
        : referring.stream().allMatch(pair -> pair.near().table() == owner);
    boolean targetRefers = selfReference
        ? !ownerRefers
        : referring.stream().allMatch(pair -> pair.near().table() == target);
    if (ownerRefers && many) {
      return Found.nothing(
          name + " is a collection, but by its primaryJoin each " + owner.name()
              + " refers to one row",
          "Make the field a single reference, or swap the sides of foreignKeys(…)");
    }
    if (ownerRefers) {
      return Found.of(Join.direct(Direction.MANY_TO_ONE, referring, said.rest()));
    }
    if (targetRefers) {
      return Found.of(Join.direct(Direction.ONE_TO_MANY, Join.flip(referring), said.rest()));
    }
    return Found.nothing(
        name
            + ": its primaryJoin must equate columns of "
            + owner.name()
            + " with columns of "
            + target.name(),
        "Correct the condition, or use secondary(…) for a join through a third table");
  }

  private Found throughLink(
      String name, Table owner, Table target, Table link, RelationshipDeclaration declared) {
    List<Column<?>> named = columns.resolve(declared.foreignKeys());
    JoinCondition first = JoinCondition.of(columns, declared.primaryJoin());
    JoinCondition second = JoinCondition.of(columns, declared.secondaryJoin());
    List<List<ColumnPair>> toOwner = declared.primaryJoin() == null
        ? ForeignKeyPaths.within(ForeignKeyPaths.between(link, owner), named)
        : List.of(first.from(link));
    List<List<ColumnPair>> toTarget = declared.secondaryJoin() == null
        ? ForeignKeyPaths.within(ForeignKeyPaths.between(link, target), named)
        : List.of(second.from(link));
    if (owner == target && declared.primaryJoin() == null && declared.secondaryJoin() != null) {
      toOwner = toOwner.stream().filter(path -> !path.equals(second.from(link))).toList();
    }
    if (owner == target && declared.secondaryJoin() == null && declared.primaryJoin() != null) {
      toTarget =
          toTarget.stream().filter(path -> !path.equals(first.from(link))).toList();
    }
    if (toOwner.size() == 1
        && toTarget.size() == 1
        && !toOwner.get(0).isEmpty()
        && !toTarget.get(0).isEmpty()
        && !toOwner.get(0).equals(toTarget.get(0))) {
      return Found.of(new Join(
          Direction.MANY_TO_MANY,
          Join.flip(toOwner.get(0)),
          link,
          toTarget.get(0),
          JoinCondition.both(first.rest(), second.rest())));
    }
    return linkProblem(name, owner, target, link, toOwner, toTarget);
  }

  private static Found linkProblem(
      String name,
      Table owner,
      Table target,
      Table link,
      List<List<ColumnPair>> toOwner,
      List<List<ColumnPair>> toTarget) {
    if (toOwner.isEmpty() || toTarget.isEmpty()) {
      return Found.nothing(
          name
              + ": the link table "
              + link.name()
              + " has no foreign key to "
              + (toOwner.isEmpty() ? owner.name() : target.name()),
          "Declare one with references(…), or say primaryJoin(…) and secondaryJoin(…)");
    }
    return Found.nothing(
        name
            + ": the link table "
            + link.name()
            + " can be joined in several ways ("
            + ForeignKeyPaths.describe(toOwner)
            + " to its owner; "
            + ForeignKeyPaths.describe(toTarget)
            + " to its target)",
        "Say primaryJoin(owner's side) and secondaryJoin(target's side)");
  }

  private static boolean refers(Column<?> near, Column<?> far) {
    return ForeignKeyPaths.between(near.table(), far.table()).stream()
        .anyMatch(path -> path.contains(new ColumnPair(near, far)));
  }
}
