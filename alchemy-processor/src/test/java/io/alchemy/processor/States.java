package io.alchemy.processor;

/** The source of what programs under test use: an object with a row, and all or nothing of it loaded. */
final class States {
  static final String SOURCE = """
      package shop;
      import io.alchemy.orm.instrument.*;
      public final class States {
        public static InstanceState persist(Object object) {
          Prepared prepared = (Prepared) object;
          InstanceState state = new InstanceState(prepared, null);
          state.lifecycle(Lifecycle.PERSISTENT);
          prepared.alchemy$state(state);
          return state;
        }
        public static void unload(Object object, String name) {
          InstanceState state = persist(object);
          state.markUnloaded(state.type().indexOf(name));
        }
        public static Object committed(Object object, String name) {
          InstanceState state = ((Prepared) object).alchemy$state();
          return state.committed(state.type().indexOf(name));
        }
      }
      """;

  private States() {}
}
