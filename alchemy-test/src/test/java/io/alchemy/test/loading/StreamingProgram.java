package io.alchemy.test.loading;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Query;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import java.util.stream.Stream;

/** Reads all pages of a database, in a JVM of its own: {@code url (stream | all)}. Prints what it saw. */
final class StreamingProgram {
  private long count;
  private long ids;
  private long characters;

  private StreamingProgram() {}

  public static void main(String[] arguments) {
    StreamingProgram program = new StreamingProgram();
    try (Engine engine = Engine.create(arguments[0]);
        Session session = SessionMaker.builder(Model.registry(), engine).build().open()) {
      Query<Page> pages = session.query(Page.class).orderBy(Page_.id);
      if (arguments[1].equals("all")) {
        pages.all().forEach(program::see);
      } else {
        try (Stream<Page> stream = pages.stream()) {
          stream.forEach(program::see);
        }
      }
    }
    System.out.println(program.count + " " + program.ids + " " + program.characters);
  }

  private void see(Page page) {
    count++;
    ids += page.getId() == null ? 0 : page.getId();
    characters +=
        String.valueOf(page.getContent()).length() + page.getComments().size();
  }
}
