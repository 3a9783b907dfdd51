package io.alchemy.benchmarks.mybatis;

import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import io.alchemy.benchmarks.wiki.Tagged;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;

/** The statements. Those that are longer than a line, or have a result map, are in {@code WikiMapper.xml}. */
interface WikiMapper {
  /** Inserts and sets the key; in a batch, when that is sent. */
  void insert(PlainPage page);

  @Nullable
  PlainPage page(int id);

  List<PlainPage> pages(@Param("first") int first, @Param("last") int last);

  List<PlainComment> comments(@Param("first") int first, @Param("last") int last);

  List<PlainComment> commentsOf(int page);

  List<Link> links(@Param("first") int first, @Param("last") int last);

  List<Link> linksOf(int page);

  List<CommentedPage> commented(@Param("first") int first, @Param("last") int last);

  List<Tagged> tagged(@Param("first") int first, @Param("last") int last);

  @Update("UPDATE page SET title = #{title} WHERE id = #{id}")
  void rename(@Param("id") int id, @Param("title") String title);

  List<Hit> search(PageSearch search);

  Cursor<PlainComment> stream(int after);
}
