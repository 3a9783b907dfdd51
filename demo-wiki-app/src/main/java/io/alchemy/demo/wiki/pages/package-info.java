/**
 * What can be done with the wiki, each act one transaction. Nothing here saves: objects are changed, and the session writes
 * what changed when the transaction commits.
 */
@NullMarked
package io.alchemy.demo.wiki.pages;

import org.jspecify.annotations.NullMarked;
