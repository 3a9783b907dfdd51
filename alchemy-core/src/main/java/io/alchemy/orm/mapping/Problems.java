package io.alchemy.orm.mapping;

import io.alchemy.error.MappingException;
import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of a mapping, each with its cure, so that all are reported at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String what, String cure) {
    String problem = what + ". " + cure + ".";
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder();
    message.append(found.size() == 1 ? "A mistake" : found.size() + " mistakes");
    message.append(" in the mapping:");
    for (int i = 0; i < found.size(); i++) {
      message.append("\n  ").append(i + 1).append(". ").append(found.get(i));
    }
    throw new MappingException(message.toString());
  }
}
