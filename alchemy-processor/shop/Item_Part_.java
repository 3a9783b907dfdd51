package shop;

import io.alchemy.orm.ColumnAttribute;
import javax.annotation.processing.Generated;

/**
 * The attributes of {@link Item.Part}.
 */
@Generated("io.alchemy.processor.AlchemyProcessor")
final class Item_Part_ {
  public static final ColumnAttribute<Item.Part, Long> id = ColumnAttribute.of(Item.Part.class, "id");

  public static final ColumnAttribute<Item.Part, String> name = ColumnAttribute.of(Item.Part.class, "name");

  public static final ColumnAttribute<Item.Part, Item.Kind> kind = ColumnAttribute.of(Item.Part.class, "kind");

  public static final ColumnAttribute<Item.Part, Integer> number = ColumnAttribute.of(Item.Part.class, "number");

  private Item_Part_() {
  }
}
