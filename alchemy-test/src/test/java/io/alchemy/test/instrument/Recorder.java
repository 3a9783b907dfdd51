package io.alchemy.test.instrument;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.StateOwner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that only writes down what it is told, and loads what a test gives it. */
class Recorder implements StateOwner {
  /** Loads an attribute in the place of a database. */
  interface Load {
    void into(InstanceState state, Object instance, int attribute);
  }

  final List<String> heard = new ArrayList<>();
  private @Nullable Load load;

  void loadBy(Load how) {
    load = how;
  }

  @Override
  public void load(InstanceState state, Object instance, int attribute) {
    heard.add("load " + name(instance) + "." + state.type().name(attribute));
    if (load == null) {
      throw new AssertionError("nothing should be loaded");
    }
    load.into(state, instance, attribute);
    state.markLoaded(attribute);
  }

  @Override
  public void changed(InstanceState state, Object instance) {
    heard.add("changed " + name(instance));
  }

  @Override
  public void added(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref) {
    heard.add("added " + end + (byBackref ? " by backref" : ""));
  }

  @Override
  public void removed(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref) {
    heard.add("removed " + end + (byBackref ? " by backref" : ""));
  }

  private static String name(Object instance) {
    return instance.getClass().getSimpleName();
  }
}
