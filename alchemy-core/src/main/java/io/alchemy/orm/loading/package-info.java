/** From rows to instances: row readers, and the strategies by which relationships and expired attributes load. */
@NullMarked
package io.alchemy.orm.loading;

import org.jspecify.annotations.NullMarked;
