/** What a page took: the statements that a request sent to the database, for the page's footer. */
@NullMarked
package io.alchemy.demo.wiki.statements;

import org.jspecify.annotations.NullMarked;
