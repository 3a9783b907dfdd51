package io.alchemy.benchmarks.scale;

import java.util.concurrent.ThreadFactory;

/** Virtual threads, which JDK 21 brought. By name, since this is compiled for 17. */
final class VirtualThreads {
  private VirtualThreads() {}

  static boolean areThere() {
    return Runtime.version().feature() >= 21;
  }

  static ThreadFactory factory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException("this JDK has no virtual threads", error);
    }
  }
}
