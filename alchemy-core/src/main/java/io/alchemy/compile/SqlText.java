package io.alchemy.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL in the making: text, and the slots of its placeholders in the order of the text. What is written elsewhere first,
 * such as a common table expression, is appended whole, so slots are always in the order in which the database counts.
 */
final class SqlText {
  /** A slot, and where its text begins; only those that expand care. */
  record Placed(int offset, Slot slot) {}

  private final StringBuilder text = new StringBuilder(128);
  private final List<Placed> slots = new ArrayList<>();

  SqlText append(String sql) {
    text.append(sql);
    return this;
  }

  SqlText append(SqlText other) {
    int shift = text.length();
    text.append(other.text);
    for (Placed placed : other.slots) {
      slots.add(new Placed(placed.offset + shift, placed.slot));
    }
    return this;
  }

  /** A placeholder with its text, or the place of a list or of rows, whose text comes when it is bound. */
  void slot(Slot slot, String marker) {
    slots.add(new Placed(text.length(), slot));
    text.append(marker);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  List<Placed> slots() {
    return slots;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
