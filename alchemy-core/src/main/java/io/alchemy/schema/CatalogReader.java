package io.alchemy.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the queries of an {@link Inspector}. */
@FunctionalInterface
public interface CatalogReader {
  /** The rows of a query in the driver's own {@code ?} style, each value as the driver gives it. */
  List<@Nullable Object[]> query(String sql, @Nullable Object... parameters);
}
