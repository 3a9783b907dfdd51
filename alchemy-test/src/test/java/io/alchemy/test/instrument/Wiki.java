package io.alchemy.test.instrument;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.Topology;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wiki's relationships without a registry: {@code Page.comments} and {@code Comment.page} answer each other. */
final class Wiki implements AutoCloseable {
  static final PreparedClass PAGE = PreparedClass.of(Page.class);
  static final PreparedClass COMMENT = PreparedClass.of(Comment.class);
  static final PreparedClass TAG = PreparedClass.of(Tag.class);

  final RelationshipEnd comments = end(PAGE, "comments", Comment.class, RelationshipEnd.Kind.LIST);
  final RelationshipEnd page = end(COMMENT, "page", Page.class, RelationshipEnd.Kind.REFERENCE);
  final RelationshipEnd tags = end(PAGE, "tags", Tag.class, RelationshipEnd.Kind.LIST);
  private final Map<PreparedClass, Topology> topologies = new HashMap<>();

  Wiki() {
    RelationshipEnd.join(comments, page);
    install(comments, tags);
    install(page);
  }

  private static RelationshipEnd end(
      PreparedClass owner, String name, Class<?> target, RelationshipEnd.Kind kind) {
    return new RelationshipEnd(owner, owner.indexOf(name), target, kind);
  }

  private void install(RelationshipEnd... ends) {
    Map<Integer, RelationshipEnd> byAttribute = new HashMap<>();
    for (RelationshipEnd each : ends) {
      byAttribute.put(each.attribute(), each);
    }
    PreparedClass owner = ends[0].owner();
    Topology topology = byAttribute::get;
    topologies.put(owner, topology);
    owner.topology(topology);
  }

  /** Makes an instance one with a row, in the recorder's session, with everything loaded. */
  static InstanceState persist(Object instance, @Nullable Recorder owner) {
    Prepared prepared = (Prepared) instance;
    InstanceState state = new InstanceState(prepared, null);
    state.lifecycle(Lifecycle.PERSISTENT);
    state.owner(owner);
    prepared.alchemy$state(state);
    return state;
  }

  static InstanceState state(Object instance) {
    return Objects.requireNonNull(((Prepared) instance).alchemy$state());
  }

  @Override
  public void close() {
    topologies.keySet().forEach(each -> each.topology(null));
  }
}
