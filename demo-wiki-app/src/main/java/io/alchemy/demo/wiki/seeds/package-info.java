/** The first pages: a new wiki explains what it is made of. */
@NullMarked
package io.alchemy.demo.wiki.seeds;

import org.jspecify.annotations.NullMarked;
