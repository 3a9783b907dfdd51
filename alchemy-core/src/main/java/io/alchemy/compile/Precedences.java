package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Text;
import io.alchemy.sql.node.Between;
import io.alchemy.sql.node.BooleanConstant;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Collate;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.Concat;
import io.alchemy.sql.node.CustomOperation;
import io.alchemy.sql.node.EntityExpression;
import io.alchemy.sql.node.Exists;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.InSelect;
import io.alchemy.sql.node.JsonExists;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Like;
import io.alchemy.sql.node.LiteralSql;
import io.alchemy.sql.node.Not;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operation;
import io.alchemy.sql.node.Precedence;
import io.alchemy.sql.node.Relocated;
import io.alchemy.sql.node.RowComparison;
import io.alchemy.sql.node.TruthTest;
import java.util.Set;
import java.util.regex.Pattern;

/** How tightly each expression binds as it is written for one database. */
final class Precedences {
  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=");
  private static final Pattern PLAIN = Pattern.compile("[\\w.]+|'[^']*'|\"[^\"]*\"");

  private final StatementWriter writer;

  Precedences(StatementWriter writer) {
    this.writer = writer;
  }

  Precedence of(Expression<?> expression) {
    if (expression instanceof EntityExpression<?> && writer.entities() != null) {
      return of(writer.entities().resolve(expression));
    }
    if (expression instanceof Labeled<?> label) {
      return of(label.expression());
    }
    if (expression instanceof Coerce<?> coerce) {
      return of(coerce.value());
    }
    if (expression instanceof Relocated relocated) {
      return of(relocated.part());
    }
    if (expression instanceof Operation operation) {
      return operation.operator().precedence();
    }
    if (expression instanceof Junction junction) {
      return ofJunction(junction);
    }
    if (expression instanceof CustomOperation<?> operation) {
      return ofOperator(operation.operator());
    }
    if (expression instanceof LiteralSql<?> literal) {
      return isPlain(literal.sql()) ? Precedence.ATOM : Precedence.OR;
    }
    if (expression instanceof TruthTest test) {
      return ofTruthTest(test);
    }
    return ofKind(expression);
  }

  /** Whether literal SQL is a name, a number or a string: nothing that reads rows or needs parentheses. */
  static boolean isPlain(String sql) {
    return PLAIN.matcher(sql).matches();
  }

  private Precedence ofKind(Expression<?> expression) {
    if (expression instanceof Comparison
        || expression instanceof RowComparison
        || expression instanceof Like
        || expression instanceof Between
        || expression instanceof NullTest
        || expression instanceof InList
        || expression instanceof InSelect) {
      return Precedence.COMPARISON;
    }
    if (expression instanceof BooleanConstant) {
      return nativeBoolean() ? Precedence.ATOM : Precedence.COMPARISON;
    }
    if (expression instanceof Not) {
      return Precedence.NOT;
    }
    if (expression instanceof Exists exists) {
      return exists.negated() ? Precedence.NOT : Precedence.ATOM;
    }
    if (expression instanceof JsonExists exists) {
      return exists.negated() ? Precedence.NOT : Precedence.COMPARISON;
    }
    if (expression instanceof Concat) {
      return Precedence.OTHER;
    }
    if (expression instanceof Collate<?>) {
      return Precedence.PREFIX;
    }
    return expression instanceof Text ? Precedence.OR : Precedence.ATOM;
  }

  private Precedence ofJunction(Junction junction) {
    if (junction.isEmpty()) {
      return nativeBoolean() ? Precedence.ATOM : Precedence.COMPARISON;
    }
    return junction.isConjunction() ? Precedence.AND : Precedence.OR;
  }

  private Precedence ofTruthTest(TruthTest test) {
    if (!nativeBoolean()) {
      return Precedence.COMPARISON;
    }
    return test.negated() ? Precedence.NOT : of(test.value());
  }

  private static Precedence ofOperator(String operator) {
    if (Character.isLetter(operator.charAt(0)) && !operator.startsWith("OPERATOR(")) {
      return Precedence.OR;
    }
    return COMPARISONS.contains(operator) ? Precedence.COMPARISON : Precedence.OTHER;
  }

  private boolean nativeBoolean() {
    return writer.dialect().can(Capability.NATIVE_BOOLEAN);
  }
}
