/** How classes are kept in tables: mappers, their column and relationship properties, and how they are configured. */
@NullMarked
package io.alchemy.orm.mapping;

import org.jspecify.annotations.NullMarked;
