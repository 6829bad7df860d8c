/** Processes that are measured beside each other, and the figures that are printed of them; used by every contest of readers. */
@NullMarked
package io.memcmp.bench.contest;

import org.jspecify.annotations.NullMarked;
