package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.jdbc.PooledJdbc;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.wiki.Seed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What threads do with a stack. */
enum Reads {
  /** One by its key, as in W2. */
  PAGE {
    @Override
    boolean read(Reader from, int turn) throws Exception {
      return from.page(1 + (int) ((long) turn * STRIDE % Seed.PAGES)) != null;
    }
  },
  /** Fifty, as in W3. */
  PAGES {
    @Override
    boolean read(Reader from, int turn) throws Exception {
      int first = 1 + turn % (Seed.PAGES / COUNT) * COUNT;
      return from.pages(first, first + COUNT - 1).size() == COUNT;
    }
  };

  /** Far enough from the last key to be elsewhere in the index; prime, so that all keys have their turn. */
  private static final int STRIDE = 7_919;

  private static final int COUNT = 50;

  /** Whether what was to be there was there. */
  abstract boolean read(Reader from, int turn) throws Exception;

  /** A stack that many threads use at once; each call is a session of its own. */
  interface Reader {
    @Nullable
    Object page(int id) throws Exception;

    List<?> pages(int first, int last) throws Exception;

    static Reader of(StackKind kind, Database database) throws Exception {
      return kind == StackKind.JDBC ? pooled(database) : of(kind.open(database));
    }

    private static Reader pooled(Database database) {
      PooledJdbc jdbc = new PooledJdbc(database);
      return new Reader() {
        @Override
        public @Nullable Object page(int id) throws Exception {
          return jdbc.page(id);
        }

        @Override
        public List<?> pages(int first, int last) throws Exception {
          return jdbc.pages(first, last);
        }
      };
    }

    private static Reader of(Stack stack) {
      return new Reader() {
        @Override
        public @Nullable Object page(int id) throws Exception {
          return stack.page(id);
        }

        @Override
        public List<?> pages(int first, int last) throws Exception {
          return stack.pages(first, last);
        }
      };
    }
  }
}
