/** The wiki's addresses: what each one reads from a request, and which page answers. */
@NullMarked
package io.alchemy.demo.wiki.web;

import org.jspecify.annotations.NullMarked;
