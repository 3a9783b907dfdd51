package io.alchemy.benchmarks.twin;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PageRepository extends JpaRepository<WikiPage, Integer> {
  @Query(
      "select p from WikiPage p where lower(p.title) like %:words% or lower(p.heading) like %:words%"
          + " or lower(p.content) like %:words%")
  Page<WikiPage> mentioning(String words, Pageable sheet);

  Page<WikiPage> findByTagsName(String name, Pageable sheet);
}
