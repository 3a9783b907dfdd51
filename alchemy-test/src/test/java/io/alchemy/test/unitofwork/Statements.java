package io.alchemy.test.unitofwork;

import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import io.alchemy.engine.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers statements as {@code INSERT page}, {@code SELECT comment}, {@code COMMIT}. */
final class Statements implements ExecutionListener {
  private static final Pattern TABLE = Pattern.compile(
      "^(?:INSERT INTO|UPDATE|DELETE FROM|SELECT .*?\\bFROM)\\s+\"?(\\w+)", Pattern.DOTALL);

  /** What stands around a change whose rows H2 gives back. */
  private static final Pattern CHANGED_TABLE =
      Pattern.compile("^SELECT [^(]* FROM (?:FINAL|OLD) TABLE \\(");

  private final List<String> seen = new ArrayList<>();

  @Override
  public void beforeExecute(StatementEvent event) {
    String sql = CHANGED_TABLE.matcher(event.sql()).replaceFirst("");
    Matcher table = TABLE.matcher(sql);
    String verb = sql.substring(0, sql.indexOf(' '));
    seen.add(table.find() ? verb + " " + table.group(1) : sql);
  }

  @Override
  public void transaction(TransactionEvent event) {
    if (event.kind() != TransactionEvent.Kind.BEGIN) {
      seen.add(event.kind().toString());
    }
  }

  List<String> take() {
    List<String> taken = List.copyOf(seen);
    seen.clear();
    return taken;
  }
}
