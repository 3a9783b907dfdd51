package io.alchemy.sql;

import java.lang.annotation.*;

/** The result is the new value; dropping it drops the change. Error Prone and IDEs know the annotation by its simple name. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface CheckReturnValue {}
