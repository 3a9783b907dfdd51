/** Tables on start-up: created, validated or left alone. In order with Flyway, Liquibase and SQL scripts, and before anything that uses the database. */
@NullMarked
package io.alchemy.spring.schema;

import org.jspecify.annotations.NullMarked;
