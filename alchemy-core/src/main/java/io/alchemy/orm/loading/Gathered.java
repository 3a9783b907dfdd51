package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.Prepared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one collection in the order in which they came, each once: a join, or a link table, may repeat them. */
final class Gathered {
  /** Up to so many, looking through the list costs less than a set. */
  private static final int SCAN = 16;

  private final List<Prepared> members = new ArrayList<>();
  private @Nullable Set<Prepared> seen;

  /** @param mayRepeat whether it may have come before */
  void add(Prepared member, boolean mayRepeat) {
    if (!mayRepeat || isNew(member)) {
      members.add(member);
    }
  }

  private boolean isNew(Prepared member) {
    if (seen != null) {
      return seen.add(member);
    }
    for (Prepared each : members) {
      if (each == member) {
        return false;
      }
    }
    if (members.size() == SCAN) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
      seen.addAll(members);
      seen.add(member);
    }
    return true;
  }

  List<Prepared> members() {
    return members;
  }
}
