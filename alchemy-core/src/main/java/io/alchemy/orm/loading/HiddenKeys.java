package io.alchemy.orm.loading;

import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.RelationshipProperty;

/** References whose foreign key no attribute keeps. */
final class HiddenKeys {
  private HiddenKeys() {}

  static boolean has(RelationshipProperty relationship) {
    if (relationship.direction() != Direction.MANY_TO_ONE) {
      return false;
    }
    for (ColumnPair pair : relationship.pairs()) {
      if (relationship.owner().property(pair.near()) == null) {
        return true;
      }
    }
    return false;
  }
}
