package io.alchemy.engine;

import io.alchemy.compile.Capability;
import io.alchemy.compile.DdlRenderer;
import io.alchemy.schema.DdlRunner;
import io.alchemy.schema.DdlStatement;
import io.alchemy.schema.Inspector;

/** Runs DDL as part of a connection's transaction. */
final class ConnectionDdl implements DdlRunner {
  private final EngineConnection connection;

  ConnectionDdl(EngineConnection connection) {
    this.connection = connection;
  }

  @Override
  public Inspector inspector() {
    return connection.inspector();
  }

  @Override
  public boolean altersConstraints() {
    return connection.dialect().can(Capability.ALTER_CONSTRAINTS);
  }

  @Override
  public boolean hasSequences() {
    return connection.dialect().can(Capability.SEQUENCES);
  }

  @Override
  public boolean hasComments() {
    return connection.dialect().can(Capability.COMMENTS);
  }

  @Override
  public void run(DdlStatement statement) {
    connection.execute(DdlRenderer.render(statement, connection.dialect()));
  }
}
