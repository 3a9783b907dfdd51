package io.alchemy.benchmarks.scale;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of this JVM's heap is reachable. */
final class LiveHeap {
  private LiveHeap() {}

  /**
   * The flags of a JVM whose heap is {@code size}, say {@code 64m}. Its collector leaves nothing lying; by itself it does so at each
   * fourth collection only.
   */
  static List<String> flags(String size) {
    return List.of(
        "-Xms" + size,
        "-Xmx" + size,
        "-XX:+UseSerialGC",
        "-XX:MarkSweepAlwaysCompactCount=1",
        "-XX:+ExitOnOutOfMemoryError");
  }

  /**
   * Collects, and says what is left. The collector is asked, not the heap: what a thread may allocate next counts as used there, which
   * is megabytes.
   */
  static long bytes() {
    System.gc();
    GcInfo last = null;
    for (GarbageCollectorMXBean each :
        ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
      GcInfo info = each.getLastGcInfo();
      if (info != null && (last == null || info.getStartTime() >= last.getStartTime())) {
        last = info;
      }
    }
    if (last == null) {
      throw new IllegalStateException("no collector says what it has done");
    }
    Map<String, MemoryUsage> left = new HashMap<>(last.getMemoryUsageAfterGc());
    left.keySet().retainAll(heapPools());
    return left.values().stream().mapToLong(MemoryUsage::getUsed).sum();
  }

  private static List<String> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getName)
        .toList();
  }
}
