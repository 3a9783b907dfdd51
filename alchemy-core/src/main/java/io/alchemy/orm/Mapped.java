package io.alchemy.orm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose instances are rows: it is prepared, so that reads and writes of its fields are seen, and
 * {@code alchemy-processor} writes its metamodel. How it is mapped, a {@link Registry} is told by calls; Jakarta's {@code
 * @Entity} marks a class as well and maps it by annotations.
 *
 * <p>Its persistent fields are private and not final; {@code transient} and {@code @Transient} fields are its own. Of a
 * new object, an attribute that was never set gets the column's default. One that was set to null is null in the row, also
 * if a constructor was given that null; only the literal {@code null}, in a field initializer or a constructor, says
 * nothing. A builder that passes a null for what was not built, as Lombok's does, sets it: leave attributes with a default
 * out of such a constructor.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mapped {}
