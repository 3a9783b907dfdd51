/** The wiki as its visitors meet it: requests and answers, on each database that it runs on. */
@NullMarked
package io.alchemy.demo.wiki;

import org.jspecify.annotations.NullMarked;
