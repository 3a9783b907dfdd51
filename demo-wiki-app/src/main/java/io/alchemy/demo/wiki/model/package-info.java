/**
 * What the wiki knows: pages, their comments and their tags. Plain classes, the tables they live in, and how the two meet.
 */
@NullMarked
package io.alchemy.demo.wiki.model;

import org.jspecify.annotations.NullMarked;
