package io.alchemy.compile;

/**
 * SQL that is written, and what executions put into it.
 *
 * @param text with nothing where lists and rows will expand
 * @param slots in the order of the text
 * @param offsets where the text of each slot begins; only those that expand care
 */
record SqlTemplate(String text, Slot[] slots, int[] offsets) {
  static SqlTemplate of(SqlText sql) {
    int count = sql.slots().size();
    Slot[] slots = new Slot[count];
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      slots[i] = sql.slots().get(i).slot();
      offsets[i] = sql.slots().get(i).offset();
    }
    return new SqlTemplate(sql.toString(), slots, offsets);
  }
}
