package io.alchemy.benchmarks.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.alchemy.benchmarks.database.DatabaseKind;
import java.time.LocalDateTime;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The wiki's tables, as jOOQ's code generator would write them. */
final class Wiki {
  static final Table<Record> PAGE = table(name("page"));
  static final Table<Record> COMMENT = table(name("comment"));
  static final Table<Record> TAG = table(name("tag"));
  static final Table<Record> PAGETAG = table(name("pagetag"));

  static final Field<Integer> PAGE_ID = field(name("page", "id"), SQLDataType.INTEGER);
  static final Field<String> PAGE_CONTENT = field(name("page", "content"), SQLDataType.CLOB);
  static final Field<String> PAGE_TITLE = field(name("page", "title"), SQLDataType.VARCHAR(255));
  static final Field<String> PAGE_HEADING =
      field(name("page", "heading"), SQLDataType.VARCHAR(255));
  static final Field<Integer> COMMENT_ID = field(name("comment", "id"), SQLDataType.INTEGER);
  static final Field<Integer> COMMENT_PAGE = field(name("comment", "pageid"), SQLDataType.INTEGER);
  static final Field<String> COMMENT_CONTENT =
      field(name("comment", "content"), SQLDataType.CLOB);
  static final Field<String> COMMENT_NAME =
      field(name("comment", "name"), SQLDataType.VARCHAR(255));
  static final Field<String> COMMENT_EMAIL =
      field(name("comment", "email"), SQLDataType.VARCHAR(255));
  static final Field<Integer> TAG_ID = field(name("tag", "id"), SQLDataType.INTEGER);
  static final Field<String> TAG_NAME = field(name("tag", "name"), SQLDataType.VARCHAR(20));
  static final Field<Integer> PAGETAG_PAGE = field(name("pagetag", "pageid"), SQLDataType.INTEGER);
  static final Field<Integer> PAGETAG_TAG = field(name("pagetag", "tagid"), SQLDataType.INTEGER);

  final Field<LocalDateTime> posted;
  final Field<LocalDateTime> created;

  /** Dates with times are text in SQLite. */
  Wiki(DatabaseKind kind) {
    DataType<LocalDateTime> dateTime = kind == DatabaseKind.SQLITE
        ? SQLDataType.VARCHAR(26).asConvertedDataType(new IsoTextConverter())
        : SQLDataType.LOCALDATETIME(6);
    posted = field(name("page", "posted"), dateTime);
    created = field(name("comment", "created"), dateTime);
  }
}
