package io.alchemy.benchmarks.twin;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TagRepository extends JpaRepository<WikiTag, Integer> {
  Optional<WikiTag> findByName(String name);
}
