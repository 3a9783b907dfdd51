package io.alchemy.benchmarks.stack;

import io.alchemy.benchmarks.alchemy.AlchemyCore;
import io.alchemy.benchmarks.alchemy.AlchemyOrm;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.jdbc.JdbcStack;
import io.alchemy.benchmarks.jdbc.Statements;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The stacks that can be measured. */
public enum StackKind {
  /** What all ratios are to. */
  JDBC("jdbc") {
    @Override
    public Stack open(Database database) throws Exception {
      return new JdbcStack(database, Statements.Keeping.OPEN);
    }
  },
  JDBC_PREPARING("jdbc-preparing") {
    @Override
    public Stack open(Database database) throws Exception {
      return new JdbcStack(database, Statements.Keeping.NONE);
    }
  },
  ALCHEMY_CORE("alchemy-core") {
    @Override
    public Stack open(Database database) {
      return new AlchemyCore(database);
    }

    @Override
    public boolean runsOn(DatabaseKind database) {
      return ALCHEMY_ORM.runsOn(database);
    }
  },
  ALCHEMY_ORM("alchemy-orm") {
    @Override
    public Stack open(Database database) {
      return new AlchemyOrm(database);
    }

    /** There is no dialect for H2 yet. */
    @Override
    public boolean runsOn(DatabaseKind database) {
      return database != DatabaseKind.H2;
    }
  };

  private final String label;

  StackKind(String label) {
    this.label = label;
  }

  public abstract Stack open(Database database) throws Exception;

  /** Whether it knows the database at all. */
  public boolean runsOn(DatabaseKind database) {
    return true;
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
            + "\"; there are " + Stream.of(values()).map(StackKind::label).toList()));
  }

  /** The stacks that are measured unless said otherwise. */
  public static List<StackKind> usual() {
    return List.of(values());
  }
}
