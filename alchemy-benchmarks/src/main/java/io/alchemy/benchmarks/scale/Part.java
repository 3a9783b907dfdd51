package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.report.Measurement;
import java.util.List;

/** Something that is measured by itself. */
interface Part {
  /** The figures; those of raw JDBC first, where it takes part. */
  List<Measurement> measure(Setting setting) throws Exception;
}
