package io.alchemy.orm.instrument;

import java.util.BitSet;

/** Attributes of one class, to be marked in an {@link InstanceState} at once: a call for each was 3 % of a load. */
public final class AttributeSet {
  final int inline;
  final BitSet wide = new BitSet();

  public AttributeSet(int... attributes) {
    int bits = 0;
    for (int attribute : attributes) {
      if (attribute < InstanceState.INLINE) {
        bits |= 1 << attribute;
      } else {
        wide.set(attribute);
      }
    }
    inline = bits;
  }
}
