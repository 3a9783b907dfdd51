package io.alchemy.orm.instrument;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Reads class files that may be newer than the library that reads them. */
final class ClassFiles {
  static final int API = Opcodes.ASM9;

  /** The newest class file version that this ASM accepts: of Java 26 in 9.9.1. */
  private static final int NEWEST_KNOWN = Opcodes.V26;

  private ClassFiles() {}

  /**
   * A reader of the class. A newer version than ASM knows is shown to it as the newest that it does: what Java adds to
   * the format is rare, and additive.
   */
  static ClassReader reader(byte[] bytes) {
    if (majorVersion(bytes) <= NEWEST_KNOWN) {
      return new ClassReader(bytes);
    }
    byte[] older = bytes.clone();
    majorVersion(older, NEWEST_KNOWN);
    return new ClassReader(older);
  }

  static int majorVersion(byte[] bytes) {
    return (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff);
  }

  static void majorVersion(byte[] bytes, int version) {
    bytes[6] = (byte) (version >>> 8);
    bytes[7] = (byte) version;
  }
}
