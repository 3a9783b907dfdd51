package io.alchemy.sql;

public interface FrameBound {}
