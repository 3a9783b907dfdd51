package io.alchemy.test.unitofwork;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that refers to itself. */
final class Tree {
  static final MetaData METADATA = new MetaData();
  static final NodeTable NODE = new NodeTable();

  private Tree() {}

  static Registry registry(Cascade... cascades) {
    Registry registry = new Registry(METADATA);
    registry.map(Node.class, NODE).relationship(Tree_Node_.children, r -> {
      r.backref(Tree_Node_.parent).remoteSide(NODE.parentId).orderBy(NODE.id);
      if (cascades.length > 0) {
        r.cascade(cascades);
      }
    });
    return registry;
  }

  static final class NodeTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> name = column("name", varchar(50)).unique();
    final Column<Integer> parentId = column("parent_id", INTEGER).references("node.id");

    NodeTable() {
      super("node", METADATA);
    }
  }

  @Mapped
  static class Node {
    private @Nullable Integer id;
    private @Nullable String name;
    private @Nullable Integer parentId;
    private @Nullable Node parent;
    private List<Node> children = new ArrayList<>();

    Node() {}

    Node(String name, Node... children) {
      this.name = name;
      this.children.addAll(List.of(children));
    }

    @Nullable
    Integer id() {
      return id;
    }

    Node id(int given) {
      id = given;
      return this;
    }

    @Nullable
    String name() {
      return name;
    }

    Node name(@Nullable String given) {
      name = given;
      return this;
    }

    @Nullable
    Integer parentId() {
      return parentId;
    }

    Node parentId(@Nullable Integer given) {
      parentId = given;
      return this;
    }

    @Nullable
    Node parent() {
      return parent;
    }

    Node parent(@Nullable Node given) {
      parent = given;
      return this;
    }

    List<Node> children() {
      return children;
    }
  }
}
