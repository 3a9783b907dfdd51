package io.alchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lombok changes the source's tree while processors look at it; what it makes is watched like what is written. */
class LombokTest {
  @TempDir
  Path directory;

  @Test
  void gettersSettersAndBuildersOfLombokAreWatched() throws Exception {
    Project project = new Project(directory);
    project.source("""
            package shop;
            import lombok.*;
            import lombok.experimental.FieldDefaults;
            import io.alchemy.orm.instrument.*;
            @io.alchemy.orm.Mapped
            @Data @Builder @NoArgsConstructor @AllArgsConstructor
            @FieldDefaults(level = AccessLevel.PRIVATE)
            public class Item {
              Integer id;
              String name;
              @Builder.Default int stock = 3;
              static Object run() {
                Item item = Item.builder().id(1).name("a").build();
                boolean stateless = ((Prepared) item).alchemy$state() == null;
                InstanceState state = new InstanceState((Prepared) item, null);
                state.lifecycle(Lifecycle.PERSISTENT);
                ((Prepared) item).alchemy$state(state);
                item.setName("b");
                return Item_.stock.key() + stateless + state.committed(1) + item;
              }
            }
            """).compile().orFail();

    assertThat(project.run("shop.Item")).isEqualTo("stocktrueaItem(id=1, name=b, stock=3)");
  }
}
