package io.alchemy.sql;

public interface StatementOption {}
