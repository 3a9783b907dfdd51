package io.alchemy.orm.instrument;

import java.util.ArrayList;
import java.util.List;

/** What was added to and removed from a collection that is not loaded; merged in when it is, and seen by a flush. */
public final class PendingChanges {
  private final List<Object> added = new ArrayList<>();
  private final List<Object> removed = new ArrayList<>();

  public void add(Object member) {
    if (!removeSame(removed, member)) {
      added.add(member);
    }
  }

  public void remove(Object member) {
    if (!removeSame(added, member)) {
      removed.add(member);
    }
  }

  public List<Object> added() {
    return added;
  }

  public List<Object> removed() {
    return removed;
  }

  private static boolean removeSame(List<Object> members, Object member) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        members.remove(i);
        return true;
      }
    }
    return false;
  }
}
