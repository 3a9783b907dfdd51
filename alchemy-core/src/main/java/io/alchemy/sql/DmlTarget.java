package io.alchemy.sql;
/** What INSERT, UPDATE and DELETE write to. */
public interface DmlTarget extends From {
  String name();
}
