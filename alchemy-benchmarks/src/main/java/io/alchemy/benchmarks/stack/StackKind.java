package io.alchemy.benchmarks.stack;

import io.alchemy.benchmarks.database.Database;
import java.util.Arrays;
import java.util.List;

/** The stacks that can be measured. They are known by name, since not every JDK can compile each. */
public enum StackKind {
  /** What all ratios are to. */
  JDBC("jdbc", "jdbc.JdbcStack"),
  JDBC_PREPARING("jdbc-preparing", "jdbc.PreparingJdbcStack"),
  ALCHEMY_CORE("alchemy-core", "alchemy.AlchemyCore"),
  ALCHEMY_ORM("alchemy-orm", "alchemy.AlchemyOrm"),
  HIBERNATE("hibernate", "hibernate.HibernateStack"),
  HIBERNATE_STATELESS("hibernate-stateless", "hibernate.StatelessHibernateStack"),
  JDBI("jdbi", "jdbi.JdbiStack"),
  EBEAN("ebean", "ebean.EbeanStack"),
  SPRING_DATA_JDBC("spring-data-jdbc", "springdata.SpringDataStack"),
  MYBATIS("mybatis", "mybatis.MybatisStack"),
  /** Its open-source edition needs Java 21. */
  JOOQ("jooq", "jooq.JooqStack");

  private static final String PACKAGE = "io.alchemy.benchmarks.";

  private final String label;
  private final String className;

  StackKind(String label, String className) {
    this.label = label;
    this.className = PACKAGE + className;
  }

  /** Opens the stack on a database, with each of its classes loaded. */
  public Stack open(Database database) throws Exception {
    Stack stack = openCold(database);
    stack.loadEachClass();
    return stack;
  }

  /** Opens the stack, and asks nothing of the database. */
  public Stack openCold(Database database) throws Exception {
    return (Stack) Class.forName(className).getConstructor(Database.class).newInstance(database);
  }

  /** Whether this build has it, and this JVM can load it. */
  public boolean isBuilt() {
    try {
      Class.forName(className, false, StackKind.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** As it is called on the command line and in the table. */
  public String label() {
    return label;
  }

  public static StackKind labelled(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no stack \"" + label
            + "\"; there are " + all().stream().map(StackKind::label).toList()));
  }

  public static List<StackKind> all() {
    return List.of(values());
  }
}
