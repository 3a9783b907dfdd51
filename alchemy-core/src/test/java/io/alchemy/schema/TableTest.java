package io.alchemy.schema;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.node.ShapeWriter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TableTest {
  static final class Wiki {
    static final MetaData METADATA = new MetaData();
    static final PageTable PAGE = new PageTable();
    static final CommentTable COMMENT = new CommentTable();

    static final class PageTable extends Table {
      final Column<Integer> id = column("id", INTEGER).sequence("page_seq_id").primaryKey();
      final Column<String> title = column("title", unicode(255)).defaultValue("Untitled Page");
      final Column<String> slug = column("slug", varchar(80)).notNull().unique();

      PageTable() {
        super("page", METADATA);
        index("page_title", title);
      }
    }

    static final class CommentTable extends Table {
      final Column<Integer> id = column("id", INTEGER).primaryKey();
      final Column<Integer> pageId = column("pageid", INTEGER)
          .references(() -> PAGE.id)
          .onDelete("cascade")
          .indexed()
          .notNull();

      CommentTable() {
        super("comment", METADATA);
      }
    }

    private Wiki() {}
  }

  @Test
  void bothFormsAreTheSameTable() {
    MetaData metadata = new MetaData();
    Table page = new Table(
        "page",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("title", unicode(255)).defaultValue("Untitled Page"));
    assertThat(page.columns()).extracting(Column::name).containsExactly("id", "title");
    assertThat(Wiki.PAGE.columns()).extracting(Column::name).containsExactly("id", "title", "slug");
    assertThat(metadata.table("page")).isSameAs(page);
    assertThat(page.column("id")).hasToString("page.id");
  }

  @Test
  void aColumnSaysWhatItIs() {
    assertThat(Wiki.PAGE.id.isPrimaryKey()).isTrue();
    assertThat(Wiki.PAGE.id.isNullable()).isFalse();
    assertThat(Wiki.PAGE.id.isAutoIncrement()).isTrue();
    assertThat(Wiki.PAGE.title.isNullable()).isTrue();
    assertThat(Wiki.PAGE.slug.isNullable()).isFalse();
    assertThat(Wiki.PAGE.slug.isUnique()).isTrue();
    assertThat(Wiki.PAGE.title.isUnique()).isFalse();
    assertThat(Wiki.PAGE.title.defaultGenerator())
        .isEqualTo(new DefaultGenerator.Constant<>("Untitled Page"));
  }

  @Test
  void aForeignKeyFindsItsTargetWhenAsked() {
    ForeignKey key = Wiki.COMMENT.foreignKeys().get(0);
    assertThat(key.target()).isSameAs(Wiki.PAGE);
    assertThat(key.targetColumns()).hasSize(1).first().isSameAs(Wiki.PAGE.id);
    assertThat(key.onDelete()).isEqualTo("CASCADE");
    assertThat(Wiki.COMMENT.pageId.foreignKeys()).containsExactly(key);
    assertThat(Wiki.COMMENT.indexes()).extracting(Index::name).containsExactly("ix_comment_pageid");
  }

  @Test
  void aReferenceByNameMayComeBeforeItsTable() {
    MetaData metadata = new MetaData();
    Table child =
        new Table("child", metadata, column("parent_id", INTEGER).references("parent.id"));
    Table parent = new Table("parent", metadata, column("id", INTEGER).primaryKey());
    assertThat(child.foreignKeys().get(0).target()).isSameAs(parent);
  }

  @Test
  void aReferenceToNothingNamesBothEnds() {
    Table child =
        new Table("child", new MetaData(), column("parent_id", INTEGER).references("parent.id"));
    assertThatThrownBy(() -> child.foreignKeys().get(0).target())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("child refers to \"parent.id\"")
        .hasMessageContaining("no table parent");
    assertThatThrownBy(() -> column("x", INTEGER).references("parent"))
        .hasMessageContaining("table.column");
  }

  @Test
  void aCompositeForeignKeyPairsItsColumns() {
    MetaData metadata = new MetaData();
    Table line = new Table(
        "line",
        metadata,
        column("order_id", INTEGER),
        column("nr", INTEGER),
        PrimaryKey.of("order_id", "nr"));
    Table part = new Table(
        "part",
        metadata,
        column("order_id", INTEGER),
        column("line_nr", INTEGER),
        ForeignKey.from("order_id", "line_nr").to("line.order_id", "line.nr").named("fk_line"));
    ForeignKey key = part.foreignKeys().get(0);
    assertThat(key.name()).isEqualTo("fk_line");
    assertThat(key.columns()).isEqualTo(part.columns());
    assertThat(key.targetColumns()).isEqualTo(line.columns());
    assertThat(line.primaryKey()).isEqualTo(line.columns());
    assertThatThrownBy(() -> ForeignKey.from("a", "b").to("t.x"))
        .hasMessageContaining("2 columns to 1");
  }

  @Test
  void onlyASingleIntegerKeyWithNothingElseIsGenerated() {
    MetaData metadata = new MetaData();
    assertThat(generated(metadata, "a", column("id", BIGINT).primaryKey())).isTrue();
    assertThat(generated(metadata, "b", column("id", INTEGER).primaryKey().defaultValue(1)))
        .isFalse();
    assertThat(generated(
            metadata, "c", column("id", uuid()).primaryKey().defaultFrom(UUID::randomUUID)))
        .isFalse();
    assertThat(generated(metadata, "d", column("id", INTEGER).primaryKey().references("a.id")))
        .isFalse();
    assertThat(generated(metadata, "e", column("id", numeric(10, 0)).primaryKey()))
        .isFalse();
    assertThat(generated(metadata, "f", column("id", varchar(10)).primaryKey())).isFalse();
    Table link = new Table(
        "link",
        metadata,
        column("x", INTEGER).primaryKey(),
        column("y", INTEGER).primaryKey());
    assertThat(link.autoIncrementColumn()).isNull();
    assertThat(link.primaryKey()).hasSize(2);
  }

  private static boolean generated(MetaData metadata, String name, Column<?> id) {
    return new Table(name, metadata, id).autoIncrementColumn() == id;
  }

  @Test
  void anOptionalSequenceIsNotUsedWhereTheKeyIsGenerated() {
    assertThat(Wiki.PAGE.id.sequence()).isEqualTo(Sequence.of("page_seq_id").optional());
    assertThat(Wiki.PAGE.id.drawsFrom()).isNull();
    Table table = new Table(
        "t",
        new MetaData(),
        column("id", INTEGER).sequence(Sequence.of("ids")).primaryKey(),
        column("nr", INTEGER).sequence("numbers"));
    assertThat(table.column("id").drawsFrom()).isEqualTo(Sequence.of("ids"));
    assertThat(table.column("nr").drawsFrom()).isEqualTo(Sequence.of("numbers").optional());
  }

  @Test
  void aTableCannotChangeAfterItsFirstUse() {
    ColumnDef<String> title = column("title", TEXT);
    Table page = new Table("page", new MetaData(), title);
    title.notNull();
    title.shape(new ShapeWriter());
    assertThatThrownBy(title::unique)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the column title of page cannot change");
    assertThatThrownBy(() -> page.add(column("more", TEXT)))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(title.isNullable()).isFalse();
  }

  @Test
  void aTableOfOneNameIsDefinedOnce() {
    MetaData metadata = new MetaData();
    Table first = new Table("page", metadata);
    assertThatThrownBy(() -> new Table("page", metadata))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("page is already defined");
    Table other = new Table("archive", "page", metadata);
    assertThat(metadata.tables()).containsExactly(other, first);
    assertThat(metadata.table("archive.page")).isSameAs(other);
  }

  @Test
  void aColumnOrKeyIsDefinedOnce() {
    MetaData metadata = new MetaData();
    assertThatThrownBy(() -> new Table("a", metadata, column("x", TEXT), column("x", TEXT)))
        .hasMessageContaining("a has a column x already");
    ColumnDef<String> shared = column("y", TEXT);
    new Table("b", metadata, shared);
    assertThatThrownBy(() -> new Table("c", metadata, shared))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("b.y belongs to a table already");
    Table twoKeys = new Table("d", metadata, column("x", INTEGER).primaryKey(), PrimaryKey.of("x"));
    assertThatThrownBy(twoKeys::primaryKey).hasMessageContaining("more than one primary key");
  }

  @Test
  void aTypedAccessorChecksTheType() {
    Column<String> title = Wiki.PAGE.column("title", String.class);
    assertThat(title).isSameAs(Wiki.PAGE.title);
    assertThatThrownBy(() -> Wiki.PAGE.column("title", Integer.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("page.title holds java.lang.String (UNICODE(255)), not java.lang.Integer");
    assertThatThrownBy(() -> Wiki.PAGE.column("tite"))
        .hasMessage("page has no column tite; it has id, title, slug");
  }

  @Test
  void aKeyIsWhatTheProgramCallsAColumn() {
    ColumnDef<String> column = column("TTL_TXT", TEXT).key("title");
    Table page = new Table("page", new MetaData(), column);
    assertThat(page.column("title")).isSameAs(column);
    assertThat(page.column("TTL_TXT")).isSameAs(column);
    column.key("heading");
    assertThat(page.hasColumn("title")).isFalse();
    assertThat(page.column("heading")).isSameAs(column);
  }

  @Test
  void aLongIndexNameIsCutButStaysUnique() {
    String name = "a_table_with_a_name_that_is_as_long_as_names_should_never_be";
    Table table = new Table(
        name, new MetaData(), column("x", TEXT).indexed(), column("y", TEXT).indexed());
    assertThat(table.indexes()).extracting(Index::name).allMatch(one -> one.length() == 63);
    assertThat(table.indexes()).extracting(Index::name).doesNotHaveDuplicates();
  }

  @Test
  void everyRowGetsItsOwnCopyOfADefaultThatCanChange() {
    ColumnDef<byte[]> bytes = column("bytes", BLOB).defaultValue(new byte[] {1});
    DefaultGenerator<byte[]> generator = java.util.Objects.requireNonNull(bytes.defaultGenerator());
    generator.value()[0] = 9;
    assertThat(generator.value()).containsExactly(1);
  }

  @Test
  void anUnknownReferentialActionIsRefused() {
    assertThatThrownBy(() -> column("x", INTEGER).references("a.id").onDelete("EXPLODE"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("EXPLODE");
    Table table = new Table("t", new MetaData(), column("x", INTEGER).onDelete("CASCADE"));
    assertThatThrownBy(table::foreignKeys).hasMessageContaining("references nothing");
  }

  @Test
  void onlyAGeneratedKeyIsNeverReused() {
    Table table =
        new Table("t", new MetaData(), column("code", TEXT).primaryKey().neverReused());
    assertThatThrownBy(table::primaryKey)
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("t.code is neverReused, but the database does not generate it");
  }

  @Test
  void aConstraintBelongsToOneTable() {
    MetaData metadata = new MetaData();
    UniqueKey key = UniqueKey.of("x");
    new Table("a", metadata, column("x", TEXT), key);
    assertThatThrownBy(() -> new Table("b", metadata, column("x", TEXT), key))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("belongs to a");
    assertThatThrownBy(() -> UniqueKey.of("x", "x")).hasMessageContaining("twice");
    assertThat(List.of(key.columns())).hasSize(1);
  }
}
