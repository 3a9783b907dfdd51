package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.orm.Registry;
import io.alchemy.schema.MetaData;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/** The program of W9-classes: configures {@link GeneratedClasses}, which are on its class path. No database is asked. */
public final class ManyClasses {
  /** The stacks that map classes and are configured here. */
  static final Set<StackKind> CAN = EnumSet.of(StackKind.ALCHEMY_ORM, StackKind.HIBERNATE);

  private ManyClasses() {}

  /**
   * @param arguments the stack's label and the number of classes
   */
  public static void main(String[] arguments) throws Exception {
    boolean alchemy = StackKind.labelled(arguments[0]) == StackKind.ALCHEMY_ORM;
    long start = System.nanoTime();
    Class<?>[] classes = new GeneratedClasses(Integer.parseInt(arguments[1])).load();
    if (alchemy) {
      Registry registry = new Registry(new MetaData());
      registry.mapAnnotated(classes);
      registry.configure();
    } else {
      Configuration configuration = new Configuration();
      for (Class<?> each : classes) {
        configuration.addAnnotatedClass(each);
      }
      configuration.setProperty("hibernate.dialect", SQLiteDialect.class.getName());
      configuration.setProperty("hibernate.boot.allow_jdbc_metadata_access", false);
      configuration.buildSessionFactory().close();
    }
    ColdStartRace.answer(System.nanoTime() - start);
  }
}
