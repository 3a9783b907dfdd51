package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.wiki.Tagged;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.community.dialect.SQLiteDialect;

/** A session factory, set as Hibernate's guide says: statements in batches, in the order of their tables; criteria translated once. */
final class Factory {
  private static final int BATCH = 100;
  private static final String MAPPINGS = "io/alchemy/benchmarks/hibernate/";

  private Factory() {}

  static SessionFactory open(DatabaseKind kind, DataSource pool) {
    Configuration configuration = new Configuration();
    configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    configuration.setProperty("hibernate.jdbc.batch_size", BATCH);
    configuration.setProperty("hibernate.order_inserts", true);
    configuration.setProperty("hibernate.order_updates", true);
    configuration.setProperty("hibernate.query.in_clause_parameter_padding", true);
    configuration.setProperty("hibernate.criteria.plan_cache_enabled", true);
    configuration.addResource(MAPPINGS + "orm.xml");
    if (kind == DatabaseKind.SQLITE) {
      configuration.setProperty("hibernate.dialect", SQLiteDialect.class.getName());
      // Its dialect would ask for each key by a statement of its own.
      configuration.setProperty("hibernate.jdbc.use_get_generated_keys", true);
      configuration.addAttributeConverter(IsoTextConverter.class, true);
    } else {
      configuration.addResource(MAPPINGS + "orm-sequence.xml");
    }
    return configuration.buildSessionFactory();
  }

  /** Each page with each of its tags. */
  static List<Tagged> tagged(SharedSessionContract session, int first, int last) {
    return session
        .createSelectionQuery(
            "select p, t from Page p join p.tags t where p.id between ?1 and ?2 order by p.id, t.id",
            Object[].class)
        .setParameter(1, first)
        .setParameter(2, last)
        .getResultStream()
        .map(row -> new Tagged((Page) row[0], (Tag) row[1]))
        .toList();
  }

  static void loadEachClass(SessionFactory factory) {
    try (Session session = factory.openSession()) {
      for (Class<?> entity : List.of(Page.class, Comment.class, Tag.class, PageTag.class)) {
        session
            .createSelectionQuery("from " + entity.getSimpleName(), entity)
            .setMaxResults(1)
            .getSingleResult();
      }
    }
  }
}
