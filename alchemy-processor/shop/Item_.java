package shop;

import io.alchemy.orm.ColumnAttribute;
import javax.annotation.processing.Generated;

/**
 * The attributes of {@link Item}.
 */
@Generated("io.alchemy.processor.AlchemyProcessor")
public final class Item_ {
  public static final ColumnAttribute<Item, Long> id = ColumnAttribute.of(Item.class, "id");

  public static final ColumnAttribute<Item, String> name = ColumnAttribute.of(Item.class, "name");

  public static final ColumnAttribute<Item, Item.Kind> kind = ColumnAttribute.of(Item.class, "kind");

  private Item_() {
  }
}
