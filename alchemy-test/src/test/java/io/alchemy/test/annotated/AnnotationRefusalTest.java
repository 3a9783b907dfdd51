package io.alchemy.test.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.MappingException;
import io.alchemy.orm.Registry;
import io.alchemy.schema.MetaData;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What annotations say and is not done is refused by name. */
class AnnotationRefusalTest {
  private final MetaData metadata = new MetaData();
  private final Registry registry = new Registry(metadata);

  @Entity
  @Inheritance
  static class Vehicle {
    @Id
    private @Nullable Integer id;

    @Embedded
    private @Nullable Locale place;

    @ElementCollection
    private List<String> names = new ArrayList<>();

    @Column(columnDefinition = "CHAR(3)")
    private @Nullable String code;

    @PrePersist
    void before() {}
  }

  @Entity
  static class Car extends Vehicle {}

  @Entity
  static class Keyless {
    private @Nullable String name;
  }

  @Entity
  static class Counting {
    @Id
    private @Nullable Integer id;

    @Enumerated(EnumType.ORDINAL)
    private @Nullable EnumType kind;

    private @Nullable Thread thread;
  }

  @Entity
  static class Shelf {
    @Id
    private @Nullable Integer id;

    @OneToMany(mappedBy = "shelf")
    @OrderBy("colour")
    private List<Item> items = new ArrayList<>();
  }

  @Entity
  static class Item {
    @Id
    private @Nullable Integer id;
  }

  @Test
  void everyUnsupportedAnnotationIsNamedAtOnce() {
    assertThatThrownBy(() -> registry.mapAnnotated(Vehicle.class, Car.class, Keyless.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Vehicle is annotated @Inheritance, which is not supported")
        .hasMessageContaining("Vehicle.place is annotated @Embedded, which is not supported")
        .hasMessageContaining(
            "Vehicle.names is annotated @ElementCollection, which is not supported")
        .hasMessageContaining("Vehicle.code says @Column(columnDefinition), which is not supported")
        .hasMessageContaining("Vehicle.before() is annotated @PrePersist")
        .hasMessageContaining("Car extends the entity Vehicle")
        .hasMessageContaining("Keyless has no field annotated @Id");
  }

  @Test
  void nothingIsLeftBehindByAMappingThatIsRefused() {
    assertThatThrownBy(() -> registry.mapAnnotated(Vehicle.class))
        .isInstanceOf(MappingException.class);

    assertThat(metadata.sortedTables()).isEmpty();
  }

  @Test
  void fieldsWithoutAColumnTypeAreNamed() {
    assertThatThrownBy(() -> registry.mapAnnotated(Counting.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Counting.kind is to be stored by its ordinal")
        .hasMessageContaining("Counting.thread is a Thread, for which there is no column type");
  }

  @Test
  void namesInAnnotationsAreCheckedWithTheMappings() {
    registry.mapAnnotated(Shelf.class, Item.class);

    assertThatThrownBy(registry::configure)
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(
            "Shelf.items names Item.shelf as its other side, which is not declared");
  }
}
