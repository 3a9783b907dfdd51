/** What monitoring sees: an observation of each statement, from which metrics and traces are made, and an actuator endpoint. */
@NullMarked
package io.alchemy.spring.monitoring;

import org.jspecify.annotations.NullMarked;
