/** Pauses, safepoint stops, allocation stalls and collections. */
@NullMarked
package io.memcmp.analysis.pause;

import org.jspecify.annotations.NullMarked;
