package io.alchemy.orm.loading;

import io.alchemy.sql.StatementOption;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;

/** A loader option, as loading sees it: the last step of its path. */
public interface LoaderChain extends StatementOption, Node {
  LoaderStep last();

  @Override
  default void shape(ShapeWriter to) {
    last().shape(to);
  }
}
