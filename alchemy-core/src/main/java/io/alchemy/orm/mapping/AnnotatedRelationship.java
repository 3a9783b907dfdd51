package io.alchemy.orm.mapping;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.node.Ordered;
import io.alchemy.sql.node.Ordered.Nulls;
import jakarta.persistence.CascadeType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the annotations of one relationship field say. */
final class AnnotatedRelationship {
  private final AnnotatedClass annotated;
  private final PersistentField field;
  private final @Nullable OneToMany oneToMany;
  private final @Nullable ManyToOne manyToOne;
  private final @Nullable OneToOne oneToOne;
  private final @Nullable ManyToMany manyToMany;

  AnnotatedRelationship(AnnotatedClass annotated, PersistentField field) {
    this.annotated = annotated;
    this.field = field;
    this.oneToMany = field.field().getAnnotation(OneToMany.class);
    this.manyToOne = field.field().getAnnotation(ManyToOne.class);
    this.oneToOne = field.field().getAnnotation(OneToOne.class);
    this.manyToMany = field.field().getAnnotation(ManyToMany.class);
  }

  String key() {
    return field.name();
  }

  String name() {
    return annotated.name(field);
  }

  @Nullable
  Class<?> target() {
    Class<?> said = void.class;
    if (oneToMany != null) {
      said = oneToMany.targetEntity();
    } else if (manyToOne != null) {
      said = manyToOne.targetEntity();
    } else if (oneToOne != null) {
      said = oneToOne.targetEntity();
    } else if (manyToMany != null) {
      said = manyToMany.targetEntity();
    }
    return said == void.class ? annotated.valueType(field) : said;
  }

  @Nullable
  String mappedBy() {
    String said = "";
    if (oneToMany != null) {
      said = oneToMany.mappedBy();
    } else if (oneToOne != null) {
      said = oneToOne.mappedBy();
    } else if (manyToMany != null) {
      said = manyToMany.mappedBy();
    }
    return said.isEmpty() ? null : said;
  }

  boolean isOneToOne() {
    return oneToOne != null;
  }

  boolean isOneToMany() {
    return oneToMany != null;
  }

  /** Whether the foreign key is in the table of the class itself. */
  boolean ownsForeignKey() {
    return manyToOne != null || (oneToOne != null && mappedBy() == null);
  }

  /** A one-to-many of one side whose foreign key is in the target's table. */
  boolean isOneToManyByColumn() {
    return oneToMany != null && mappedBy() == null && joinColumn() != null;
  }

  /** Whether a link table is between the two. */
  boolean isLinked() {
    return mappedBy() == null
        && (manyToMany != null || (oneToMany != null && joinColumn() == null));
  }

  boolean isOptional() {
    return (manyToOne == null || manyToOne.optional()) && (oneToOne == null || oneToOne.optional());
  }

  @Nullable
  JoinColumn joinColumn() {
    return field.field().getAnnotation(JoinColumn.class);
  }

  @Nullable
  JoinTable joinTable() {
    return field.field().getAnnotation(JoinTable.class);
  }

  /** What the link's columns for this side are named after: the other side's field, else the entity. */
  String inverseName() {
    Class<?> target = target();
    if (target != null) {
      for (PersistentField other : new AnnotatedClass(target).fields()) {
        ManyToMany back = other.field().getAnnotation(ManyToMany.class);
        if (back != null && back.mappedBy().equals(key())) {
          return other.name();
        }
      }
    }
    return annotated.entityName();
  }

  /**
   * Collections that are to load eagerly load with the instances. For references JPA's default is eager, so that it says
   * nothing: they load for all siblings at once when touched.
   */
  boolean isEager() {
    return (oneToMany != null && oneToMany.fetch() == FetchType.EAGER)
        || (manyToMany != null && manyToMany.fetch() == FetchType.EAGER);
  }

  /** What the annotations say, beside save-update and merge. */
  Set<Cascade> cascades() {
    Set<Cascade> cascades = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
    for (CascadeType type : cascadeTypes()) {
      switch (type) {
        case ALL -> cascades.add(Cascade.ALL);
        case REMOVE -> cascades.add(Cascade.DELETE);
        case REFRESH -> cascades.add(Cascade.REFRESH_EXPIRE);
        case DETACH -> cascades.add(Cascade.EXPUNGE);
        case PERSIST, MERGE -> {}
      }
    }
    boolean orphans = (oneToMany != null && oneToMany.orphanRemoval())
        || (oneToOne != null && oneToOne.orphanRemoval());
    if (orphans) {
      cascades.add(Cascade.DELETE_ORPHAN);
    }
    return cascades;
  }

  private CascadeType[] cascadeTypes() {
    if (oneToMany != null) {
      return oneToMany.cascade();
    }
    if (manyToOne != null) {
      return manyToOne.cascade();
    }
    if (oneToOne != null) {
      return oneToOne.cascade();
    }
    return manyToMany == null ? new CascadeType[0] : manyToMany.cascade();
  }

  @Nullable
  String mapKey() {
    MapKey said = field.field().getAnnotation(MapKey.class);
    if (said == null) {
      return null;
    }
    Class<?> target = target();
    if (!said.name().isEmpty() || target == null) {
      return said.name();
    }
    List<PersistentField> ids = new AnnotatedClass(target).ids();
    return ids.size() == 1 ? ids.get(0).name() : "";
  }

  /** {@code @OrderBy("created DESC, id")}; of nothing, by the key. */
  List<Ordering> order() {
    OrderBy said = field.field().getAnnotation(OrderBy.class);
    Class<?> target = target();
    if (said == null || target == null) {
      return List.of();
    }
    List<Ordering> order = new ArrayList<>();
    if (said.value().isBlank()) {
      for (PersistentField id : new AnnotatedClass(target).ids()) {
        order.add(new NamedAttribute(target, id.name()));
      }
      return order;
    }
    for (String element : said.value().split(",")) {
      String[] words = element.trim().split("\\s+");
      boolean descending = words.length > 1 && words[1].toUpperCase(Locale.ROOT).equals("DESC");
      order.add(new Ordered(new NamedAttribute(target, words[0]), descending, Nulls.DEFAULT));
    }
    return order;
  }

  boolean isId() {
    return field.is(Id.class);
  }
}
