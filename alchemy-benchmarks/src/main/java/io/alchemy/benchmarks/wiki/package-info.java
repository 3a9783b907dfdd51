/** What the workloads are about: pages, comments and tags, whoever loads them. The interfaces are what all stacks' classes have in common, so that their contents can be compared. */
@NullMarked
package io.alchemy.benchmarks.wiki;

import org.jspecify.annotations.NullMarked;
