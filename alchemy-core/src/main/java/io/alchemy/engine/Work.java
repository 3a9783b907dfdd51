package io.alchemy.engine;
/** Runs with a connection or a session. */
@FunctionalInterface
public interface Work<C> {
  void run(C with) throws Exception;
}
