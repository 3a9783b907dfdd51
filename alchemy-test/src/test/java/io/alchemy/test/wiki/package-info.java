/** The tutorial's wiki, as tests share it: tables, and the classes mapped onto them. */
@NullMarked
package io.alchemy.test.wiki;

import org.jspecify.annotations.NullMarked;
