package io.alchemy.test.loading;

import static io.alchemy.types.Types.BOOLEAN;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.unicode;

import io.alchemy.orm.Mapped;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that refers to itself, with a link table to itself, and rows whose keys have two columns. */
final class Tree {
  static final MetaData METADATA = new MetaData();
  static final NodeTable NODE = new NodeTable();
  static final LinkTable LINK = new LinkTable();
  static final PlaceTable PLACE = new PlaceTable();
  static final ThingTable THING = new ThingTable();

  private Tree() {}

  static final class NodeTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<Integer> parentId = column("parent_id", INTEGER).references("node.id");
    final Column<String> name = column("name", unicode(20));
    final Column<Boolean> hidden = column("hidden", BOOLEAN).notNull();

    NodeTable() {
      super("node", METADATA);
    }
  }

  static final class LinkTable extends Table {
    final Column<Integer> near = column("near", INTEGER).references("node.id").primaryKey();
    final Column<Integer> far = column("far", INTEGER).references("node.id").primaryKey();

    LinkTable() {
      super("link", METADATA);
    }
  }

  static final class PlaceTable extends Table {
    final Column<Integer> row = column("row_number", INTEGER).primaryKey();
    final Column<Integer> col = column("col_number", INTEGER).primaryKey();
    final Column<String> name = column("name", unicode(20));

    PlaceTable() {
      super("place", METADATA);
    }
  }

  static final class ThingTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<Integer> atRow = column("at_row", INTEGER);
    final Column<Integer> atCol = column("at_col", INTEGER);
    final Column<String> name = column("name", unicode(20));

    ThingTable() {
      super("thing", METADATA);
      add(io.alchemy.schema.ForeignKey.from("at_row", "at_col")
          .to("place.row_number", "place.col_number"));
    }
  }

  @Mapped
  static class Node {
    private @Nullable Integer id;
    private @Nullable Integer parentId;
    private @Nullable String name;
    private boolean hidden;
    private @Nullable Node parent;
    private List<Node> children = new ArrayList<>();
    private List<Node> shown = new ArrayList<>();
    private List<Node> links = new ArrayList<>();
    private List<Node> linkedFrom = new ArrayList<>();

    static Node of(int id, String name, boolean hidden) {
      Node node = new Node();
      node.id = id;
      node.name = name;
      node.hidden = hidden;
      return node;
    }

    @Nullable
    String getName() {
      return name;
    }

    @Nullable
    Node getParent() {
      return parent;
    }

    List<Node> getChildren() {
      return children;
    }

    List<Node> getShown() {
      return shown;
    }

    List<Node> getLinks() {
      return links;
    }

    List<Node> getLinkedFrom() {
      return linkedFrom;
    }
  }

  @Mapped
  static class Place {
    private @Nullable Integer row;
    private @Nullable Integer col;
    private @Nullable String name;
    private List<Thing> things = new ArrayList<>();

    static Place of(int row, int col) {
      Place place = new Place();
      place.row = row;
      place.col = col;
      place.name = row + "/" + col;
      return place;
    }

    @Nullable
    String getName() {
      return name;
    }

    List<Thing> getThings() {
      return things;
    }
  }

  @Mapped
  static class Thing {
    private @Nullable Integer id;
    private @Nullable String name;
    private @Nullable Place place;

    static Thing of(int id, String name) {
      Thing thing = new Thing();
      thing.id = id;
      thing.name = name;
      return thing;
    }

    @Nullable
    String getName() {
      return name;
    }

    @Nullable
    Place getPlace() {
      return place;
    }

    void setPlace(@Nullable Place place) {
      this.place = place;
    }
  }
}
