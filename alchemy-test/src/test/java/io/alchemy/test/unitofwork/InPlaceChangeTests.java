package io.alchemy.test.unitofwork;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.BLOB;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.jsonObject;
import static io.alchemy.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values that change without being set, byte arrays and JSON documents: a flush compares their contents. */
@EachDatabase
class InPlaceChangeTests {
  private static final MetaData METADATA = new MetaData();
  private static final Table PROFILE = new Table(
      "profile",
      METADATA,
      column("id", INTEGER).primaryKey(),
      column("name", varchar(50)),
      column("settings", jsonObject()),
      column("picture", BLOB));

  private final TestDatabase database;
  private final Fixture profiles;
  private final Session session;

  InPlaceChangeTests(TestDatabase database) {
    this.database = database;
    Registry registry = new Registry(METADATA);
    registry.map(Profile.class, PROFILE);
    this.profiles = new Fixture(database, METADATA, registry);
    this.session = profiles.open();
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    profiles.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  @Mapped
  static class Profile {
    private @Nullable Integer id;
    private @Nullable String name;
    private @Nullable Map<String, Object> settings;
    private byte @Nullable [] picture;

    @Nullable
    Integer id() {
      return id;
    }

    @Nullable
    String name() {
      return name;
    }

    Map<String, Object> settings() {
      return Objects.requireNonNull(settings);
    }

    void settings(Map<String, Object> given) {
      settings = given;
    }

    byte[] picture() {
      return Objects.requireNonNull(picture);
    }
  }

  private static Profile profile() {
    Profile profile = new Profile();
    profile.name = "Ada";
    profile.settings = new HashMap<>(Map.of("theme", "dark"));
    profile.picture = new byte[] {1, 2, 3};
    return profile;
  }

  /** One that was saved, and is not in memory. */
  private Profile loaded() {
    session.add(profile());
    session.commit();
    session.expungeAll();
    Profile loaded = session.getOne(Profile.class, 1);
    profiles.sql();
    return loaded;
  }

  private Profile stored() {
    return profiles.maker.<Profile>read(s -> {
      Profile stored = s.getOne(Profile.class, 1);
      assertThat(stored.settings()).isNotNull();
      return stored;
    });
  }

  @Test
  void aChangeInPlaceIsAnUpdateOfThatColumnAlone() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");

    assertThat(session.isModified(profile)).isTrue();
    assertThat(session.dirty()).containsExactly(profile);
    assertThat(session.flushPlan().toString()).contains("settings").doesNotContain("picture");
    session.commit();
    assertThat(profiles.sql()).containsExactly("UPDATE profile", "COMMIT");
    assertThat(stored().settings()).containsEntry("theme", "light");
  }

  @Test
  void bytesChangeInPlaceToo() {
    loaded().picture()[1] = 7;
    session.commit();

    assertThat(stored().picture()).containsExactly(1, 7, 3);
  }

  @Test
  void whatIsOnlyReadIsNotWritten() {
    Profile profile = loaded();
    assertThat(profile.settings()).containsEntry("theme", "dark");
    assertThat(profile.picture()).hasSize(3);
    session.flush();

    assertThat(profiles.sql()).isEmpty();
    assertThat(session.isModified(profile)).isFalse();
  }

  @Test
  void whatIsChangedBackIsNotWritten() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");
    assertThat(session.dirty()).hasSize(1);
    profile.settings().put("theme", "dark");
    session.flush();

    assertThat(profiles.sql()).isEmpty();
  }

  @Test
  void aQuerySeesTheChange() {
    loaded().settings().put("theme", "light");
    profiles.sql();

    assertThat(session.query(Profile.class).all()).hasSize(1);
    assertThat(profiles.sql()).containsExactly("UPDATE profile", "SELECT profile");
  }

  @Test
  void aFlushIsFollowedByFurtherChanges() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");
    session.flush();
    profile.settings().put("size", 12);
    session.flush();
    session.flush();
    session.commit();

    assertThat(profiles.sql()).containsExactly("UPDATE profile", "UPDATE profile", "COMMIT");
    assertThat(stored().settings()).containsEntry("theme", "light").containsKey("size");
  }

  @Test
  void aNewInstancesValueMayChangeAfterItsInsert() {
    Map<String, Object> settings = new HashMap<>();
    Profile profile = profile();
    profile.settings(settings);
    session.add(profile);
    session.flush();
    settings.put("theme", "light");
    session.commit();

    assertThat(stored().settings()).containsEntry("theme", "light");
  }

  @Test
  void aValueThatChangedInPlaceAndWasThenReplacedByAnEqualOneIsWritten() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");
    profile.settings(new HashMap<>(profile.settings()));
    session.commit();

    assertThat(stored().settings()).containsEntry("theme", "light");
  }

  @Test
  void aReplacedValueMayChangeInPlaceAfterwards() {
    Profile profile = loaded();
    profile.settings(new HashMap<>());
    profile.settings().put("theme", "light");
    session.commit();

    assertThat(stored().settings()).isEqualTo(Map.of("theme", "light"));
  }

  @Test
  void rollbackDropsTheChange() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");
    session.rollback();

    assertThat(profile.settings()).containsEntry("theme", "dark");
    session.commit();
    assertThat(stored().settings()).containsEntry("theme", "dark");
  }

  @Test
  void aSavepointsRollbackDropsTheChangeOfTheSavepoint() {
    Profile profile = loaded();
    profile.picture()[0] = 9;
    var savepoint = session.beginNested();
    profile.settings().put("theme", "light");
    savepoint.rollback();

    assertThat(profile.settings()).containsEntry("theme", "dark");
    session.commit();
    assertThat(stored().settings()).containsEntry("theme", "dark");
    assertThat(stored().picture()).startsWith(9);
  }

  @Test
  void anInstanceIsHeldWhileItsValueIsInHandAndNotBefore() throws InterruptedException {
    loaded();
    WeakReference<Profile> unread = new WeakReference<>(session.getOne(Profile.class, 1));
    awaitCollection(unread);
    assertThat(unread.get()).isNull();

    session.getOne(Profile.class, 1).settings().put("theme", "light");
    awaitCollection(new WeakReference<>(new Object()));
    session.commit();
    assertThat(stored().settings()).containsEntry("theme", "light");
  }

  private static void awaitCollection(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
  }

  @Test
  void aChangeWhileDetachedIsSavedWhereTheInstanceIsAdded() {
    Profile profile = loaded();
    session.expunge(profile);
    profile.settings().put("theme", "light");
    session.add(profile);
    session.commit();

    assertThat(stored().settings()).containsEntry("theme", "light");
  }

  @Test
  void aMergedValueIsACopy() {
    Profile profile = loaded();
    session.expunge(profile);
    profile.settings().put("theme", "light");
    Profile merged = session.merge(profile);
    profile.settings().put("theme", "neither");
    session.commit();

    assertThat(merged.settings()).containsEntry("theme", "light");
  }

  @Test
  void aRefreshForgetsTheChange() {
    Profile profile = loaded();
    profile.settings().put("theme", "light");
    session.noAutoflush(() -> session.refresh(profile));

    assertThat(profile.settings()).containsEntry("theme", "dark");
    session.commit();
    assertThat(profiles.sql()).doesNotContain("UPDATE profile");
  }

  @Test
  void aChangeInAStreamIsWritten() {
    loaded();
    try (var stream = session.query(Profile.class).stream()) {
      stream.forEach(profile -> profile.settings().put("theme", "light"));
    }
    session.commit();

    assertThat(stored().settings()).containsEntry("theme", "light");
  }
}
