package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.wiki.Hit;
import io.alchemy.benchmarks.wiki.PageSearch;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A search as a criteria query. */
final class SearchCriteria {
  private SearchCriteria() {}

  static CriteriaQuery<Hit> of(CriteriaBuilder builder, PageSearch search) {
    CriteriaQuery<Hit> query = builder.createQuery(Hit.class);
    Root<Page> page = query.from(Page.class);
    Join<Page, Comment> comment = page.join("comments");
    Join<Page, Tag> tag = page.join("tags");
    Path<Integer> pageId = page.get("id");
    Path<Integer> commentId = comment.get("id");
    Path<LocalDateTime> posted = page.get("posted");
    Path<LocalDateTime> created = comment.get("created");
    Path<String> name = tag.get("name");
    List<Predicate> conditions = new ArrayList<>();
    if (search.fromPage() != null) {
      conditions.add(builder.ge(pageId, search.fromPage()));
    }
    if (search.title() != null) {
      conditions.add(builder.like(page.get("title"), search.title()));
    }
    if (search.postedFrom() != null) {
      conditions.add(builder.greaterThanOrEqualTo(posted, search.postedFrom()));
    }
    if (search.name() != null) {
      conditions.add(builder.like(comment.get("name"), search.name()));
    }
    if (search.notComment() != null) {
      conditions.add(builder.notEqual(commentId, search.notComment()));
    }
    if (search.tag() != null) {
      conditions.add(builder.like(name, search.tag()));
    }
    if (search.toPage() != null) {
      conditions.add(builder.le(pageId, search.toPage()));
    }
    if (search.heading() != null) {
      conditions.add(builder.like(page.get("heading"), search.heading()));
    }
    if (search.postedBefore() != null) {
      conditions.add(builder.lessThan(posted, search.postedBefore()));
    }
    if (search.email() != null) {
      conditions.add(builder.like(comment.get("email"), search.email()));
    }
    if (search.createdFrom() != null) {
      conditions.add(builder.greaterThanOrEqualTo(created, search.createdFrom()));
    }
    if (search.notTag() != null) {
      conditions.add(builder.notEqual(name, search.notTag()));
    }
    return query
        .select(builder.construct(Hit.class, pageId, page.get("title"), comment.get("name"), name))
        .where(conditions.toArray(Predicate[]::new))
        .orderBy(builder.asc(pageId), builder.asc(commentId), builder.asc(tag.get("id")));
  }
}
