package io.alchemy.benchmarks.measure;

/** What a worker is for. */
public enum Purpose {
  /** To count statements. That takes proxies, which no process that is timed has ever seen. */
  VERIFY,
  /** To be timed by the clock on the wall. */
  TIME,
  /** To be timed by what its thread had of a processor. */
  TIME_PROCESSOR
}
