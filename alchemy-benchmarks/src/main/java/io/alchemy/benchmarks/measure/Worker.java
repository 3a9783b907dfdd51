package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.database.StatementCount;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Operation;
import io.alchemy.benchmarks.workload.Verification;
import io.alchemy.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The program of a process that runs one stack on one database, as the coordinator tells it. */
public final class Worker {
  private final Stack stack;
  private final Database database;
  private final StatementCount count;
  private final LongSupplier clock;
  private final Map<Workload, Meter> meters = new EnumMap<>(Workload.class);

  private Worker(Stack stack, Database database, StatementCount count, Purpose purpose) {
    this.stack = stack;
    this.database = database;
    this.count = count;
    this.clock = purpose == Purpose.TIME_PROCESSOR ? Meter.PROCESSOR : Meter.WALL;
  }

  /**
   * @param arguments the stack's label, the database's URL, and the {@link Purpose}
   */
  public static void main(String[] arguments) throws Exception {
    Questions questions = new Questions();
    Database database = Database.at(arguments[1]);
    H2Memory.seedIfNew(database);
    Purpose purpose = Purpose.valueOf(arguments[2]);
    StatementCount count = new StatementCount();
    Database seen = purpose == Purpose.VERIFY ? database.counting(count) : database;
    try (Stack stack = StackKind.labelled(arguments[0]).open(seen)) {
      Worker worker = new Worker(stack, database, count, purpose);
      questions.answer(question -> worker.answer(Command.parse(question)));
    }
  }

  private @Nullable Meter meter(Workload workload) throws SQLException {
    Meter known = meters.get(workload);
    if (known == null) {
      database.tidy();
      Operation operation = workload.of(stack, database);
      if (operation == null) {
        return null;
      }
      known = new Meter(operation, clock);
      meters.put(workload, known);
    }
    return known;
  }

  private Answer answer(Command command) throws Exception {
    Meter meter = meter(command.workload());
    if (meter == null) {
      return Answer.absent();
    }
    return switch (command.kind()) {
      case VERIFY -> {
        Verification verified = Verification.of(meter.operation(), count);
        yield Answer.of(verified.digest(), verified.statements());
      }
      case TIME -> Answer.of(meter.time(command.amount()));
      case ALLOCATE -> Answer.of(meter.allocate(command.amount()));
    };
  }
}
