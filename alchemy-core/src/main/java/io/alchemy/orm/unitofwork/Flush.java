package io.alchemy.orm.unitofwork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A flush: planned, then run, and only then told to the instances, so that one that fails has changed none of them. */
final class Flush {
  private static final Logger LOG = LoggerFactory.getLogger("alchemy.orm");

  private Flush() {}

  static void run(UnitOfWork work) {
    try (FlushScope scope = new FlushScope(work)) {
      Plan plan = Planner.plan(scope);
      for (String warning : scope.warnings()) {
        LOG.warn(warning);
      }
      if (!plan.batches().isEmpty()) {
        FlushExecution.run(plan, work.executor());
      }
      WriteBack.apply(scope);
    }
  }
}
