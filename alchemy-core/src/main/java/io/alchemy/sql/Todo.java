package io.alchemy.sql;

final class Todo {
  static UnsupportedOperationException todo() {
    return new UnsupportedOperationException("stub");
  }

  private Todo() {}
}
